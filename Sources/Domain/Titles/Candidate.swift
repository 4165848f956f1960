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

    /// Nothing where the sentence is mere small talk or a bare link.
    init?(_ sentence: Courtesies.Outcome, in place: Place) {
        words = sentence.words
        guard !sentence.isSmallTalk, !words.allSatisfy({ $0.kind == .link || $0.key.isEmpty }) else { return nil }
        self.place = place
        merit = Merit(of: words, isRequest: sentence.isRequest)
        isQuestion = !sentence.isRequest && Merit.isQuestion(words)
    }

    /// A role that the agent is to play: a title only where nothing else is said.
    init(role words: ArraySlice<Word>, in place: Place) {
        self.words = words
        self.place = place
        merit = .manner
        isQuestion = false
    }

    func isBetter(than other: Candidate) -> Bool {
        let isBetter = (place.rawValue, merit.rawValue) < (other.place.rawValue, other.merit.rawValue)
        return isBetter && !isTooShort(toReplace: other)
    }

    /// "… Fix." and "Peux-tu corriger ?" say less than the statement before them.
    private func isTooShort(toReplace other: Candidate) -> Bool {
        place == other.place && other.merit == .statement && words.count <= 2
            && words.first?.text.first?.isWrittenWithoutSpaces == false
    }
}
