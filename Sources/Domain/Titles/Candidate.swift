/// A sentence that may become the title.
struct Candidate {
    /// Whose words these are, and how near they are to a request; the least is the best.
    enum Place: Int {
        case message, background, quotation
    }

    let words: ArraySlice<Word>
    let place: Place
    let merit: Merit
    let isQuestion: Bool
    let isItem: Bool

    /// Nothing where the sentence is mere small talk or a bare link.
    init?(_ sentence: Courtesies.Outcome, in place: Place, isItem: Bool) {
        words = sentence.words
        guard !sentence.isSmallTalk, !words.allSatisfy({ $0.kind == .link || $0.key.isEmpty }) else { return nil }
        self.place = place
        self.isItem = isItem
        merit = Merit(of: words, isRequest: sentence.isRequest)
        isQuestion = Merit.isQuestion(words) && (!sentence.isRequest || Self.isUnspaced(words))
    }

    /// A role that the agent is to play: a title only where nothing else is said.
    init(role words: ArraySlice<Word>, in place: Place) {
        self.words = words
        self.place = place
        merit = .manner
        isQuestion = false
        isItem = false
    }

    func isBetter(than other: Candidate) -> Bool {
        (place.rawValue, merit.rawValue) < (other.place.rawValue, other.merit.rawValue)
            && !(place == other.place && isTooWeak(toReplace: other))
    }

    /// What fails is a better title than a question about it or a step in a list. And "… Fix." or "Peux-tu corriger ?"
    /// say less than any statement before them.
    private func isTooWeak(toReplace other: Candidate) -> Bool {
        switch other.merit {
        case .failure: isQuestion || isItem || isShort
        case .statement: isShort
        default: false
        }
    }

    private static func isUnspaced(_ words: ArraySlice<Word>) -> Bool {
        words.first?.text.first?.isWrittenWithoutSpaces == true
    }

    private var isShort: Bool {
        guard let first = words.first, !Self.isUnspaced(words) else { return false }
        return words.count <= 2 && !RequestVerbs.contains(first.key)
            || words.count == 3 && Self.foreignPronouns.contains(first.key)
    }

    private static let foreignPronouns: Set<String> = [
        "das", "es", "dies", "ça", "lo", "esto", "это", "его", "bunu", "इसे",
    ]
}
