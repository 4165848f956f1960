/// The weights for and against a sentence as the title, which are added up. The highest sum wins; of equal sums, the
/// first.
///
/// The numbers are chosen so that a request beats a failure, a failure beats a question or an expectation, and these
/// beat a plain statement, unless something of greater weight counts against them. `ScoreTests` explains each number.
enum Score {
    // MARK: Kind of sentence

    /// The first line of a message, separated from its text, or the top heading: it was written as a title.
    static let title = 60
    /// An imperative, or an explicit request.
    static let request = 40
    /// Reports a failure, which the agent should fix.
    static let failure = 30
    static let question = 28
    /// "The parser should accept trailing commas": a goal, but often only a detail of another one.
    static let expectation = 26
    /// An expectation in the first sentence: it is then the goal, and later requests are steps to it.
    static let firstExpectation = 38
    /// Any other statement, about earlier work or the present state.
    static let statement = 20

    // MARK: Penalties

    /// Only refers to something: "Fix this", "Please have a look".
    static let pointing = -45
    /// Cannot be understood without the sentence before: "Fix it without a lock", "It also happens on Safari".
    static let danglingRequest = -38
    static let danglingStatement = -15
    /// A clause without its main clause: "Because of the theme".
    static let fragment = -25
    /// Says how to work: "Think step by step".
    static let manner = -40
    /// Forbids something: "Do not use any libraries".
    static let prohibition = -22
    /// An addition to an earlier request: "Also update the docs".
    static let addition = -11
    /// Describes the author's situation: "We use React 18", "I'm working on an app".
    static let setting = -8
    /// An item of a list, which is a detail of the sentence above the list.
    static let item = -12
    /// One or two words without an imperative say little by themselves.
    static let short = -15

    // MARK: Position

    /// Below a heading of background information: steps, version, environment.
    static let background = -100
    /// Another person's words.
    static let quotation = -200
    /// Below an unknown heading.
    static let unknownSection = -3

    /// People say first what they want; details follow. The penalty is limited, so that a request is found anywhere.
    static func position(_ index: Int) -> Int {
        -min(index, 3) * 2 - (index > 0 ? 2 : 0)
    }

    /// The maximum score of any sentence of the message itself from `index` on.
    static func best(from index: Int) -> Int {
        request + position(index)
    }
}
