/// How well a sentence serves as a title; the least is the best.
enum Merit: Int {
    /// Says what is wanted: a request, a question, a wish.
    case wanted
    /// Says what fails, which is to be mended.
    case failure
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
        let opensRequest = isRequest || RequestVerbs.openImperative(words)
        let isAddition = !Self.additions.isDisjoint(with: keys)
        let substance = words.count { Self.hasSubstance($0) }
        if substance == 0 || Self.isLead(words, opensRequest) || words.allSatisfy({ $0.kind == .code }) {
            self = opensRequest && words.contains { $0.kind == .link } ? .wanted : .hollow
        } else if Self.manners.prefixLength(of: words) != nil {
            self = .manner
        } else if Self.startsWithPronoun(keys) || substance == 1 && Self.endsInPronoun(keys) {
            self = .dependent
        } else if Self.isProhibition(keys) {
            self = .statement
        } else if opensRequest && !isAddition && !Self.hasPronounObject(keys) || Self.isQuestion(words)
            || !Self.wishes.isDisjoint(with: keys)
        {
            self = .wanted
        } else {
            self = opensRequest || Self.reportsFailure(keys) ? .failure : .statement
        }
    }

    /// What stands behind "Do three things:" or "Here's the thing:", but for "fix:", as commits have it.
    static func textAfterHollowLead(_ words: ArraySlice<Word>) -> ArraySlice<Word>? {
        guard let colon = words.firstIndex(where: { $0.text.hasSuffix(":") && $0.kind == .plain }) else { return nil }
        let rest = words[(colon + 1)...]
        if colon == words.startIndex, RequestVerbs.contains(words[colon].key) { return nil }
        return rest.count > 1 && !words[...colon].contains(where: hasSubstance) ? rest : nil
    }

    /// "Build it with Chart.js" needs the sentence that says what to build.
    private static func hasPronounObject(_ keys: [String]) -> Bool {
        keys.dropFirst().first.map { $0 == "it" || $0 == "them" } ?? false
    }

    /// "Do not use any libraries" says what is not wanted.
    private static func isProhibition(_ keys: [String]) -> Bool {
        keys.first == "don't" || keys.starts(with: ["do", "not"])
    }

    private static func hasSubstance(_ word: Word) -> Bool {
        switch word.kind {
        case .link: false
        case .code: true
        case .plain: !word.key.isEmpty && !hollowWords.contains(word.key)
        }
    }

    /// "Changes:" and the like, before a list.
    private static func isLead(_ words: ArraySlice<Word>, _ opensRequest: Bool) -> Bool {
        words.count <= (opensRequest ? 1 : 3) && words.last?.text.endsWith(anyOf: ":：") == true
    }

    /// "Optimize it", "How can we speed it up?", "Make them faster".
    private static func endsInPronoun(_ keys: [String]) -> Bool {
        !pronouns.isDisjoint(with: keys.suffix(2))
    }

    private static func startsWithPronoun(_ keys: [String]) -> Bool {
        guard let first = keys.first else { return false }
        if subjects.contains(first) { return true }
        guard ["this", "that", "these", "those"].contains(first), let next = keys.dropFirst().first else {
            return false
        }
        return pronounVerbs.contains(next)
    }

    static func isQuestion(_ words: ArraySlice<Word>) -> Bool {
        guard let first = words.first, let last = words.last else { return false }
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
