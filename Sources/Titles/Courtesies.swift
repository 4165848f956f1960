/// Removes greetings, politeness and the like from a sentence.
enum Courtesies {
    struct Outcome {
        var words: ArraySlice<Word>
        /// Whether it is explicitly asked for, as in "can you …".
        var isRequest = false
        /// Whether it is only a greeting or thanks.
        var isSmallTalk = false
        /// Whether something was removed at the beginning.
        var isOpened = false
        /// Whether it reports an observation: "I noticed that …".
        var isReport = false
    }

    static func stripped(from sentence: ArraySlice<Word>) -> Outcome {
        var outcome = Outcome(words: unquoted(sentence))
        while let length = openingLength(&outcome) {
            outcome.words = outcome.words.dropFirst(length)
            outcome.isOpened = true
            dropLeadingPunctuation(&outcome.words)
        }
        stripUnspaced(&outcome)
        dropBeneficiary(&outcome)
        if outcome.words.prefixLength(.closing) != nil { outcome.isSmallTalk = true }
        stripClosings(&outcome)
        if outcome.words.allSatisfy({ $0.key.isEmpty }) && !sentence.allSatisfy({ $0.key.isEmpty }) {
            outcome.isSmallTalk = true
        }
        return outcome
    }

    /// Whether it is an exclamation such as "Hi!", "Done." or "Perfect!", which says too little to represent a message.
    static func isExclamation(_ sentence: ArraySlice<Word>) -> Bool {
        let length = greetingLength(sentence) ?? sentence.prefixLength(.pausedFiller)
        return length == sentence.count || sentence.prefixLength(.closing) == sentence.count
    }

    private static let quotes: [(open: String, close: String)] = [
        ("\"", "\""), ("“", "”"), ("«", "»"), ("„", "“"), ("「", "」"),
    ]

    /// Removes the quotation marks of a sentence that is quoted as a whole.
    private static func unquoted(_ sentence: ArraySlice<Word>) -> ArraySlice<Word> {
        guard sentence.count > 1, let first = sentence.first, let last = sentence.last,
            first.text.startsWith(anyOf: "\"“«„「"),
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
        if let length = words.prefixLength(.opening), words.dropFirst(length).prefixLength(.keepsOpening) == nil {
            outcome.isRequest = true
            return length
        }
        if let length = words.prefixLength(.wish), isNamed(words.dropFirst(length).first) {
            outcome.isRequest = true
            return length
        }
        if let length = words.prefixLength(.report), length < words.count {
            outcome.isReport = true
            return length
        }
        if let length = words.prefixLength(.filler), !joins(words.dropFirst(length).first) { return length }
        if let length = words.prefixLength(.pausedFiller), isPause(after: length, in: words) { return length }
        if let first = words.first, first.text.utf8.first == UInt8(ascii: "@") { return mentionsLength(words) }
        return roleLength(words)
    }

    // MARK: Greetings

    /// The length of a greeting such as "Hi", "Hey Claude,", "Hello team" or "Dear Ann and Bob,".
    private static func greetingLength(_ words: ArraySlice<Word>) -> Int? {
        guard let greeting = words.prefixLength(.greeting) else { return nil }
        let rest = words.dropFirst(greeting)
        if words[words.startIndex + greeting - 1].endsWithPause { return greeting }
        if let addressee = rest.prefixLength(.addressee) { return greeting + addressee }
        if rest.first?.key == "world" { return nil }
        if let end = rest.prefix(3).firstIndex(where: \.endsWithPause),
            rest[...end].allSatisfy({ $0.startsUppercase || $0.key == "and" })
        {
            return greeting + rest[...end].count
        }
        // A greeting that is also a common word counts only before a pause, a name or the end: "Morning, …", but not
        // "Morning report".
        let isAmbiguous = words.prefixLength(.ambiguousGreeting) == greeting
        return isAmbiguous && !rest.isEmpty ? nil : greeting
    }

    // MARK: Mentions

    /// The length of mentions in "@alice can you …", and of files named first in "@src/app.ts add tests".
    private static func mentionsLength(_ words: ArraySlice<Word>) -> Int? {
        let mentions = words.prefix { $0.text.utf8.first == UInt8(ascii: "@") && $0.text.utf8.count > 1 }
        let rest = words.dropFirst(mentions.count)
        guard let next = rest.first else { return nil }
        let isRequest = rest.prefixLength([.opening, .question]) != nil || next.is(.verb)
        return isRequest || mentions.contains { isFile($0.text) } ? mentions.count : nil
    }

    private static func isFile(_ mention: String) -> Bool {
        let name = mention.split(separator: "/").last ?? ""
        let parts = name.split(separator: ".")
        return mention.hasSuffix("/")
            || parts.count > 1
                && parts.last.map { $0.utf8.count <= 5 && $0.utf8.allSatisfy { $0.isASCIILetter || $0.isASCIIDigit } }
                    == true
    }

    // MARK: Fillers

    private static func isPause(after length: Int, in words: ArraySlice<Word>) -> Bool {
        guard let next = words.dropFirst(length).first else { return true }
        return words[words.startIndex + length - 1].endsWithPause || next.key.isEmpty
            || next.is(.requestStart) && next.key != "that" || next.is(.verb)
            || words.dropFirst(length).prefixLength(.opening) != nil
    }

    /// Whether the next word makes the filler part of a phrase: "so that", "so far".
    private static func joins(_ next: Word?) -> Bool {
        next.map { ["that", "far", "many", "much"].contains($0.key) } ?? false
    }

    /// Whether the wish names a thing: "I want it" and "I need this" would leave no title.
    private static func isNamed(_ next: Word?) -> Bool {
        next.map { !["it", "this", "that", "them", "these", "those", "all", "everything"].contains($0.key) } ?? false
    }

    /// The length of a role such as "As a senior engineer, …" or "As a user, I want to …".
    private static func roleLength(_ words: ArraySlice<Word>) -> Int? {
        guard words.first?.key == "as", let article = words.dropFirst().first?.key, article == "a" || article == "an",
            let end = words.prefix(12).firstIndex(where: { $0.text.hasSuffix(",") })
        else { return nil }
        return end - words.startIndex + 1
    }

    private static func dropLeadingPunctuation(_ words: inout ArraySlice<Word>) {
        while let first = words.first, first.kind == .plain, first.key.isEmpty, words.count > 1 { words.removeFirst() }
    }

    /// Removes "me" and "us": "Write me a script" becomes "Write a script".
    private static func dropBeneficiary(_ outcome: inout Outcome) {
        guard outcome.words.count >= 3, let verb = outcome.words.first, verb.is(.verb) else { return }
        let next = outcome.words.dropFirst().prefix(2).map(\.key)
        guard ["me", "us"].contains(next[0]), ["a", "an", "the", "some"].contains(next[1]) else { return }
        outcome.words = [verb] + outcome.words.dropFirst(2)
    }
}
