/// A sentence that can become the title.
struct Candidate {
    /// The part of the message that the sentence is from: the text itself, background information, or another person's
    /// words.
    enum Place {
        case message, background, quotation
    }

    let words: ArraySlice<Word>
    let place: Place
    let score: Int
    let isQuestion: Bool
    /// Whether it is a request, whose English articles are dropped.
    let isRequest: Bool
    let points: Bool
    /// Whether a title can name what the sentence reports: "I have a bug in the parser" leaves "bug in the parser".
    let isNamed: Bool

    /// Returns `nil` if the sentence is only small talk or only a link.
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

    /// The description of a role that the agent should play: a title only if the message says nothing else.
    init(role words: ArraySlice<Word>, in place: Place) {
        self.words = words
        self.place = place
        isQuestion = false
        isRequest = true
        points = false
        isNamed = false
        score = Score.statement + Score.manner + Self.weight(of: place)
    }

    /// A sentence that was written as a title.
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
