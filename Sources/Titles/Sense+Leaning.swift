/// Detects sentences that depend on other sentences, and say little as a title.
extension Sense {
    static func points(_ words: ArraySlice<Word>, _ opensRequest: Bool) -> Bool {
        let substance = words.count { hasSubstance($0) }
        if substance == 0 { return !(opensRequest && words.contains { $0.kind == .link }) }
        if words.allSatisfy({ $0.kind == .code }) { return true }
        // "Changes:" and the like, before a list.
        return words.count <= (opensRequest ? 1 : 3) && words.last?.text.endsWith(anyOf: ":：") == true
    }

    private static func hasSubstance(_ word: Word) -> Bool {
        switch word.kind {
        case .link: return false
        case .code: return true
        case .plain:
            if word.key.isEmpty || word.is(.pointing) { return false }
            guard word.isUnspaced else { return true }
            guard let (_, rest) = Unspaced.shared.prefix(of: word.text[...], .manner) else { return true }
            return rest.contains { !$0.isPunctuation }
        }
    }

    static func hangsInTheAir(_ words: ArraySlice<Word>, _ opensRequest: Bool) -> Bool {
        guard let first = words.first, first.kind == .plain else { return false }
        let next = words.dropFirst().first
        if opensRequest {
            // "Build it with Chart.js" needs the sentence that says what to build.
            if let next, next.key == "it" || next.key == "them" { return true }
        } else if first.is(.subjectPronoun) {
            return true
        } else if ["this", "that", "these", "those"].contains(first.key), next?.is(.pronounVerb) == true {
            return true
        }
        // "Optimize it", "How can we speed it up?", "Make them faster".
        return words.suffix(2).contains { $0.is(.pronoun) } && words.count { hasSubstance($0) } == 1
    }

    static func isShort(_ words: ArraySlice<Word>, _ isImperative: Bool) -> Bool {
        words.count <= 2 && !isImperative && words.first?.isUnspaced == false && words.allSatisfy { $0.kind == .plain }
    }

    static func isProhibition(_ words: ArraySlice<Word>) -> Bool {
        words.first?.key == "don't" || words.first?.key == "do" && words.dropFirst().first?.key == "not"
    }

    /// The text after "Do three things:" or "Here's the thing:", but not after "fix:", which begins commit messages.
    static func textAfterPointingLead(_ words: ArraySlice<Word>) -> ArraySlice<Word>? {
        guard let colon = words.firstIndex(where: { $0.kind == .plain && $0.text.utf8.last == UInt8(ascii: ":") })
        else {
            return nil
        }
        let rest = words[(colon + 1)...]
        if colon == words.startIndex, words[colon].is(.verb) || isCommitType(words[colon].text) { return nil }
        return rest.count > 1 && !words[...colon].contains(where: hasSubstance) ? rest : nil
    }
}
