/// How well a sentence serves as a title; the least is the best.
enum Merit: Int {
    /// Says what is wanted: a request, a question, a wish, or something that fails.
    case wanted
    /// Says something else: the setting, what was done before.
    case statement
    /// Cannot be understood without the sentence before it: "It also happens on Safari".
    case dependent
    /// Says how to go about it: "Think step by step".
    case manner
    /// Only points: "Fix this", "Please do the following:".
    case hollow

    init(of words: ArraySlice<Word>, isRequest: Bool) {
        let keys = words.map(\.key)
        let opensRequest = isRequest || keys.first.map(RequestVerbs.contains) ?? false
        let isAddition = !Self.additions.isDisjoint(with: keys)
        let substance = words.count { Self.hasSubstance($0) }
        if substance == 0 {
            self = opensRequest && words.contains { $0.kind == .link } ? .wanted : .hollow
        } else if Self.manners.prefixLength(of: words) != nil {
            self = .manner
        } else if Self.startsWithPronoun(keys) || substance == 1 && Self.endsInPronoun(keys) {
            self = .dependent
        } else if opensRequest && !isAddition || Self.isQuestion(words) || Self.reportsFailure(keys) {
            self = .wanted
        } else {
            self = .statement
        }
    }

    private static func hasSubstance(_ word: Word) -> Bool {
        switch word.kind {
        case .link: false
        case .code: true
        case .plain: !word.key.isEmpty && !hollowWords.contains(word.key)
        }
    }

    /// "Optimize it", "How can we speed it up?", "Make them faster".
    private static func endsInPronoun(_ keys: [String]) -> Bool {
        !pronouns.isDisjoint(with: keys.suffix(2))
    }

    private static func startsWithPronoun(_ keys: [String]) -> Bool {
        guard let first = keys.first else { return false }
        if ["it", "it's", "they", "that's", "they're", "he", "she"].contains(first) { return true }
        guard ["this", "that", "these", "those"].contains(first), let next = keys.dropFirst().first else { return false }
        return ["is", "was", "are", "were", "happens", "happened", "should", "will", "would", "can", "also", "means"].contains(next)
    }

    static func isQuestion(_ words: ArraySlice<Word>) -> Bool {
        guard let first = words.first, let last = words.last else { return false }
        if first.key == "do", words.dropFirst().first?.key == "not" { return false }
        return last.text.endsQuestion || questionWords.contains(first.key)
    }

    /// Somebody telling what they did themselves may name errors that are no longer there.
    private static func reportsFailure(_ keys: [String]) -> Bool {
        let isOwnDeed = keys.first.map { ["i", "i've", "we", "we've", "i'm", "we're"].contains($0) } ?? false
        return keys.contains { failures.contains($0) || !isOwnDeed && troubles.contains($0) }
    }
}

extension String {
    var endsQuestion: Bool {
        let core = unicodeScalars.last { !"\"'”’)*_`」』）!".unicodeScalars.contains($0) }
        return core == "?" || core == "？" || core == "؟"
    }
}
