/// What speaks for and against a sentence as the title, added up; the highest sum wins, and of equals the first.
///
/// The numbers are chosen so that a request beats a failure, a failure a question or a wish, and these a plain statement,
/// unless something of greater weight speaks against them. `ScoreTests` says what each is for.
enum Score {
    // MARK: What kind of sentence it is

    /// The first line of a message, set off from its text, or the heading above all of it: somebody wrote a title.
    static let title = 60
    /// An imperative, or what somebody asked for in so many words.
    static let request = 40
    /// Says what fails, which is to be mended.
    static let failure = 30
    static let question = 28
    /// "The parser should accept trailing commas": an aim, but often only a detail of another.
    static let expectation = 26
    /// The same as the first sentence of all: then it is the aim, and what is asked for later serves it.
    static let firstExpectation = 38
    /// Says something else: what was done before, what is so.
    static let statement = 20

    // MARK: What speaks against it

    /// Only points at something: "Fix this", "Please have a look".
    static let pointing = -45
    /// Cannot be understood without the sentence before: "Fix it without a lock", "It also happens on Safari".
    static let danglingRequest = -38
    static let danglingStatement = -15
    /// A clause without its main clause: "Because of the theme".
    static let fragment = -25
    /// Says how to go about it: "Think step by step".
    static let manner = -40
    /// Says what is not wanted: "Do not use any libraries".
    static let prohibition = -22
    /// An afterthought to what was asked before: "Also update the docs".
    static let addition = -11
    /// Somebody tells of themselves: "We use React 18", "I'm working on an app".
    static let setting = -8
    /// One of several points in a list, which is a part of what the sentence above it says.
    static let item = -12
    /// One or two words without a verb that asks say little by themselves.
    static let short = -15

    // MARK: Where it stands

    /// Under a heading of circumstances: steps, version, environment.
    static let background = -100
    /// Somebody else's words.
    static let quotation = -200
    /// Under a heading that no table knows.
    static let unknownSection = -3

    /// People say first what they want; what follows is detail, down to a limit, so that a request is found anywhere.
    static func position(_ index: Int) -> Int {
        -min(index, 3) * 2 - (index > 0 ? 2 : 0)
    }

    /// Nothing at a place in the message itself, from `index` on, can have more.
    static func best(from index: Int) -> Int {
        request + position(index)
    }
}
