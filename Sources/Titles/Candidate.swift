/// A sentence that may become the title.
struct Candidate {
    /// Whose words these are.
    enum Place {
        case message, background, quotation
    }

    let words: ArraySlice<Word>
    let place: Place
    let score: Int
    let isQuestion: Bool
    /// Its English articles go.
    let isRequest: Bool
    let points: Bool
    /// What is said is named rather than told: "I have a bug in the parser" leaves "bug in the parser".
    let isNamed: Bool

    /// Nothing where the sentence is mere small talk or a bare link.
    init?(_ sentence: Courtesies.Outcome, in place: Place, penalty: Int = 0, isFirst: Bool = false) {
        guard !sentence.isSmallTalk, !sentence.words.allSatisfy({ $0.kind == .link || $0.key.isEmpty }) else {
            return nil
        }
        let sense = Sense(of: sentence, isFirst: isFirst)
        words = sentence.words
        self.place = place
        isQuestion = sense.isQuestion
        isRequest = sense.isRequest
        points = sense.points
        isNamed = sentence.isReport
        score = sense.score + penalty + Self.weight(of: place)
    }

    /// A role that the agent is to play: a title only where nothing else is said.
    init(role words: ArraySlice<Word>, in place: Place) {
        self.words = words
        self.place = place
        isQuestion = false
        isRequest = true
        points = false
        isNamed = false
        score = Score.statement + Score.manner + Self.weight(of: place)
    }

    /// What somebody wrote as a title.
    init(title sentence: Courtesies.Outcome) {
        words = sentence.words
        place = .message
        isQuestion = Sense.isQuestion(words)
        isRequest = sentence.isRequest || Sense.isImperative(words)
        points = false
        isNamed = false
        score = Score.title
    }

    private static func weight(of place: Place) -> Int {
        switch place {
        case .message: 0
        case .background: Score.background
        case .quotation: Score.quotation
        }
    }
}
