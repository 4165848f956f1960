/// Takes greetings, politeness and the like off a sentence.
enum Courtesies {
    struct Outcome {
        var words: ArraySlice<Word>
        /// Somebody asked for it in so many words.
        var isRequest = false
        /// Nothing but a greeting or thanks.
        var isSmallTalk = false
    }

    static func stripped(from sentence: ArraySlice<Word>) -> Outcome {
        var outcome = Outcome(words: unquoted(sentence))
        while let length = openingLength(&outcome) {
            outcome.words = outcome.words.dropFirst(length)
            dropLeadingPunctuation(&outcome.words)
        }
        stripUnspaced(&outcome)
        dropBeneficiary(&outcome)
        if Self.smallTalk.prefixLength(of: outcome.words) != nil { outcome.isSmallTalk = true }
        stripClosings(&outcome)
        if outcome.words.allSatisfy({ $0.key.isEmpty }) && !sentence.allSatisfy({ $0.key.isEmpty }) {
            outcome.isSmallTalk = true
        }
        return outcome
    }

    /// "Hi!", "Done.", "Perfect!": too little to stand for a message.
    static func isExclamation(_ sentence: ArraySlice<Word>) -> Bool {
        let length = greetingLength(sentence) ?? pausedFillers.prefixLength(of: sentence)
        return length == sentence.count || smallTalk.prefixLength(of: sentence) == sentence.count
    }

    private static let quotes: [(open: String, close: String)] = [
        ("\"", "\""), ("“", "”"), ("«", "»"), ("„", "“"), ("「", "」"),
    ]

    /// A sentence that stands in quotes as a whole.
    private static func unquoted(_ sentence: ArraySlice<Word>) -> ArraySlice<Word> {
        guard sentence.count > 1, let first = sentence.first, let last = sentence.last,
            let quote = quotes.first(where: { first.text.hasPrefix($0.open) && last.text.hasSuffix($0.close) }),
            !sentence.dropFirst().dropLast().contains(where: { $0.text.holds(quote.open) })
        else { return sentence }
        let opening = first.replacingText(with: String(first.text.dropFirst()))
        let closing = last.replacingText(with: String(last.text.dropLast()))
        return [opening] + sentence.dropFirst().dropLast() + [closing]
    }

    private static func openingLength(_ outcome: inout Outcome) -> Int? {
        let words = outcome.words
        if let length = greetingLength(words) { return length }
        if let length = requests.prefixLength(of: words), !leads(words.dropFirst(length).first) {
            outcome.isRequest = true
            return length
        }
        if let length = wishes.prefixLength(of: words), isNamed(words.dropFirst(length).first) {
            outcome.isRequest = true
            return length
        }
        if let length = reports.prefixLength(of: words), length < words.count { return length }
        if let length = fillers.prefixLength(of: words), !joins(words.dropFirst(length).first) { return length }
        if let length = pausedFillers.prefixLength(of: words), isPause(after: length, in: words) { return length }
        if let first = words.first, first.text.hasPrefix("@"), requests.prefixLength(of: words.dropFirst()) != nil {
            return 1
        }
        return roleLength(words)
    }

    // MARK: Greetings

    /// "Hi", "Hey Claude,", "Hello team", "Dear Ann and Bob,".
    private static func greetingLength(_ words: ArraySlice<Word>) -> Int? {
        guard let greeting = greetings.prefixLength(of: words) else { return nil }
        let rest = words.dropFirst(greeting)
        if endsWithPause(words[words.startIndex + greeting - 1]) { return greeting }
        if let addressee = addressees.prefixLength(of: rest) { return greeting + addressee }
        if rest.first?.key == "world" { return nil }
        if let end = rest.prefix(3).firstIndex(where: endsWithPause),
            rest[...end].allSatisfy({ $0.startsUppercase || $0.key == "and" })
        {
            return greeting + rest[...end].count
        }
        return greeting
    }

    // MARK: Fillers

    private static func isPause(after length: Int, in words: ArraySlice<Word>) -> Bool {
        guard let next = words.dropFirst(length).first else { return true }
        return endsWithPause(words[words.startIndex + length - 1]) || next.key.isEmpty
            || requestStarts.contains(next.key) && next.key != "that" || RequestVerbs.contains(next.key)
    }

    private static func endsWithPause(_ word: Word) -> Bool {
        word.text.endsWith(anyOf: ",.:;!?-–—，！。")
    }

    /// "So that", "so far", "just-in-time" and "and/or" are not fillers.
    private static func joins(_ next: Word?) -> Bool {
        next.map { ["that", "far", "many", "much"].contains($0.key) } ?? false
    }

    /// "Help me with it", "we should not …" and "necesito que …" would lose their grammar.
    private static func leads(_ next: Word?) -> Bool {
        next.map { ["with", "on", "out", "not", "never", "que", "qu'il", "dass", "che", "чтобы"].contains($0.key) }
            ?? false
    }

    /// "I want it", "I need this" would leave nothing to go by.
    private static func isNamed(_ next: Word?) -> Bool {
        next.map { !["it", "this", "that", "them", "these", "those", "all", "everything"].contains($0.key) } ?? false
    }

    /// "As a senior engineer, …" and "As a user, I want to …".
    private static func roleLength(_ words: ArraySlice<Word>) -> Int? {
        guard words.first?.key == "as", let article = words.dropFirst().first?.key, article == "a" || article == "an",
            let end = words.prefix(12).firstIndex(where: { $0.text.hasSuffix(",") })
        else { return nil }
        return end - words.startIndex + 1
    }

    private static func dropLeadingPunctuation(_ words: inout ArraySlice<Word>) {
        while let first = words.first, first.kind == .plain, first.key.isEmpty, words.count > 1 { words.removeFirst() }
    }

    /// "Write me a script" asks for a script all the same.
    private static func dropBeneficiary(_ outcome: inout Outcome) {
        let keys = outcome.words.prefix(3).map(\.key)
        guard keys.count == 3, ["me", "us"].contains(keys[1]), ["a", "an", "the", "some"].contains(keys[2]),
            let verb = outcome.words.first, RequestVerbs.contains(verb.key)
        else { return }
        outcome.words = [verb] + outcome.words.dropFirst(2)
    }

    // MARK: The end

    private static func stripClosings(_ outcome: inout Outcome) {
        while let length = closings.suffixLength(of: outcome.words), length < outcome.words.count {
            outcome.words.removeLast(length)
        }
        if outcome.isRequest { stripQuestionParticle(&outcome.words) }
        if outcome.isRequest, outcome.words.suffix(2).map(\.key) == ["for", "me"], outcome.words.count > 2 {
            outcome.words.removeLast(2)
        }
    }
}
