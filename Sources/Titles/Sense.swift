/// The meaning of a sentence, as far as its words show it.
struct Sense {
    let isQuestion: Bool
    /// Whether it is an imperative or an explicit request.
    let isRequest: Bool
    let points: Bool
    let score: Int

    init(of sentence: Courtesies.Outcome, isFirst: Bool = false) {
        let words = sentence.words
        let isImperative = Self.isImperative(words)
        let opensRequest = sentence.isRequest || isImperative
        isRequest = opensRequest
        let asks = Self.isQuestion(words)
        isQuestion = asks && (!sentence.isRequest || Self.asksUnspaced(words))
        points = Self.points(words, opensRequest)
        var score = Score.statement
        if opensRequest {
            score = Score.request
        } else if asks {
            score = Score.question
        } else if Self.reportsFailure(words) {
            score = Score.failure
        } else if words.contains(where: { $0.is(.expectation) }) {
            score = isFirst ? Score.firstExpectation : Score.expectation
        }
        let isSpeaker = words.first?.is(.speaker) == true
        if isSpeaker, score == Score.statement { score += Score.setting }
        if points {
            score += Score.pointing
        } else if words.prefixLength(.manner) != nil {
            score = Score.statement + Score.manner
        } else if Self.hangsInTheAir(words, opensRequest) {
            score += opensRequest ? Score.danglingRequest : Score.danglingStatement
        } else if Self.isShort(words, isImperative) {
            score += Score.short
        }
        if words.first?.key == "because", !words.contains(where: { $0.text.utf8.last == UInt8(ascii: ",") }) {
            score += Score.fragment
        }
        if Self.isProhibition(words) { score += Score.prohibition }
        if words.contains(where: { $0.is(.addition) }) || words.prefixLength(.afterthought) != nil {
            score += Score.addition
        }
        self.score = score
    }

    // MARK: Requests

    /// Whether it begins with a verb of a request, or with any word that has an object: "Virtualize the rows".
    static func isImperative(_ sentence: ArraySlice<Word>) -> Bool {
        let words = mainClause(of: sentence)
        guard let first = words.first else { return false }
        if first.kind == .plain, first.is(.verb) { return !first.is(.nounVerb) || !hasVerb(after: words) }
        if isCommand(first.text) || isCommitType(first.text) { return true }
        guard let object = words.dropFirst().first?.text,
            ["the", "a", "an", "all", "each", "every", "our", "these", "those"].contains(object)
        else {
            return false
        }
        return first.kind == .plain && first.text.utf8.allSatisfy(\.isASCIILetter) && !first.is([.neverVerb, .foreign])
            && !words.dropFirst(2).contains { $0.is(.finite) } && Articles.isEnglish(words)
    }

    /// The sentence without a ticket number, emoji or condition at the beginning: "ABC-1: In the menu, add an entry".
    private static func mainClause(of sentence: ArraySlice<Word>) -> ArraySlice<Word> {
        var words = sentence
        while words.count > 1, let first = words.first, first.kind == .plain,
            TitleLine.isTicket(first.text)
                || first.key.unicodeScalars.first.map({ !$0.isASCII && !$0.properties.isAlphabetic }) ?? true
        {
            words.removeFirst()
        }
        guard let first = words.first, first.is(.condition) || first.key == "now",
            let comma = words.firstIndex(where: { $0.text.utf8.last == UInt8(ascii: ",") })
        else { return words }
        return words[(comma + 1)...]
    }

    /// Whether a verb follows the first word: in "Map tiles stay grey" it does, in "Check whether it is on" not in the
    /// main clause.
    private static func hasVerb(after words: ArraySlice<Word>) -> Bool {
        for word in words.dropFirst().prefix(8) {
            if word.is(.subordinate) || word.text.endsWith(anyOf: ",:;") { return false }
            if word.is(.finite) { return true }
        }
        return false
    }

    /// Whether it is a slash command such as `/review`, before its arguments.
    static func isCommand(_ text: String) -> Bool {
        text.utf8.first == UInt8(ascii: "/") && text.utf8.count > 1
            && text.utf8.dropFirst().allSatisfy { $0.isASCIILetter || $0.isASCIIDigit || "-_:".utf8.contains($0) }
    }

    /// Whether it is the beginning of a conventional commit message: `fix:`, `feat(api)!:`.
    static func isCommitType(_ text: String) -> Bool {
        guard text.utf8.last == UInt8(ascii: ":") else { return false }
        let type = text.prefix { $0.isLetter }
        return Word.commitTypes.contains(type + ":")
            && (type.utf8.count + 1 == text.utf8.count || "(!".contains(text.dropFirst(type.count).first ?? " "))
    }

    // MARK: Questions and failures

    /// Whether it is a real question, not only a polite "can you …?". In Russian and similar languages, and in
    /// languages without spaces, a question after "tell me, please" has its usual word order.
    private static func asksUnspaced(_ words: ArraySlice<Word>) -> Bool {
        if let first = words.first, first.firstByte >= 0x80, words.prefixLength(.question) != nil { return true }
        return words.contains { $0.isUnspaced && Unspaced.shared.holdsQuestion($0.text) }
    }

    static func isQuestion(_ words: ArraySlice<Word>) -> Bool {
        guard let last = words.last else { return false }
        return last.text.endsQuestion || words.prefixLength(.question) != nil
            || words.first.map { $0.isUnspaced && Unspaced.shared.prefix(of: $0.text[...], .question) != nil } == true
    }

    /// Whether it reports a failure. A person's account of their own work may name errors that are already fixed.
    private static func reportsFailure(_ words: ArraySlice<Word>) -> Bool {
        let isOwnDeed = words.first?.is(.speaker) == true
        return words.indices.contains { index in
            words[index...].prefixLength(.failure) != nil || !isOwnDeed && words[index].is(.trouble)
        }
    }
}

extension String {
    var endsQuestion: Bool {
        if let last = utf8.last, last.isASCIILetter { return false }
        let core = unicodeScalars.last { !"\"'”’)*_`」』）!".unicodeScalars.contains($0) }
        return core == "?" || core == "？" || core == "؟" || core == "\u{37E}" || core == ";" && isGreek
    }

    /// Greek uses `;` as its question mark.
    private var isGreek: Bool {
        unicodeScalars.contains { (0x370...0x3FF).contains($0.value) || (0x1F00...0x1FFF).contains($0.value) }
    }
}
