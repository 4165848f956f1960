extension Vocabulary {
    /// What a phrase at the start or the end of a sentence does there.
    struct Roles: OptionSet {
        let rawValue: UInt32

        static let greeting = Roles(rawValue: 1 << 0)
        static let addressee = Roles(rawValue: 1 << 1)
        /// Makes a request of what follows.
        static let opening = Roles(rawValue: 1 << 2)
        /// An opening before it is not taken.
        static let keepsOpening = Roles(rawValue: 1 << 3)
        /// Opens a sentence without adding to it, whatever follows.
        static let filler = Roles(rawValue: 1 << 4)
        /// The same only before a pause or a request: "Right, fix it", but "Right column is empty".
        static let pausedFiller = Roles(rawValue: 1 << 5)
        /// Begins a sentence that only thanks or says good-bye.
        static let closing = Roles(rawValue: 1 << 6)
        /// Goes from the end of any sentence.
        static let politeness = Roles(rawValue: 1 << 7)
        /// Goes from the end of a request.
        static let requestEnding = Roles(rawValue: 1 << 8)
        /// Opens a sentence that adds to what was said before.
        static let afterthought = Roles(rawValue: 1 << 25)
        static let question = Roles(rawValue: 1 << 9)
        static let failure = Roles(rawValue: 1 << 10)
        static let emptyAnswer = Roles(rawValue: 1 << 11)
        static let requestLabel = Roles(rawValue: 1 << 12)
        static let backgroundLabel = Roles(rawValue: 1 << 13)
        static let subjectHeader = Roles(rawValue: 1 << 14)
        static let otherHeader = Roles(rawValue: 1 << 15)
        static let mailPrefix = Roles(rawValue: 1 << 16)
        /// A verb of wishing whose object is the title.
        static let wish = Roles(rawValue: 1 << 17)
        /// How people begin to report what they saw.
        static let report = Roles(rawValue: 1 << 18)
        /// Says how to go about it.
        static let manner = Roles(rawValue: 1 << 19)
        static let rolePlay = Roles(rawValue: 1 << 20)
        /// Begins a request in the middle of a sentence.
        static let turn = Roles(rawValue: 1 << 21)
        /// A greeting that means something else as often: "evening", "dear".
        static let ambiguousGreeting = Roles(rawValue: 1 << 22)
        /// Begins a heading of circumstances.
        static let backgroundStart = Roles(rawValue: 1 << 23)
        /// Begins a question of a form about circumstances.
        static let backgroundQuestion = Roles(rawValue: 1 << 26)
        /// Begins a heading that the wish itself may stand under.
        static let requestStartLabel = Roles(rawValue: 1 << 24)
    }

    /// What a word by itself tells.
    struct Traits: OptionSet {
        let rawValue: UInt32

        /// Points at something else rather than naming it.
        static let pointing = Traits(rawValue: 1 << 0)
        static let english = Traits(rawValue: 1 << 1)
        static let foreign = Traits(rawValue: 1 << 2)
        /// A verb that a request begins with.
        static let verb = Traits(rawValue: 1 << 3)
        /// Stands before an article without being a verb that asks.
        static let neverVerb = Traits(rawValue: 1 << 4)
        /// Cannot be the last word of a thought.
        static let needsNext = Traits(rawValue: 1 << 5)
        /// No article stands before it.
        static let neverAfterArticle = Traits(rawValue: 1 << 6)
        /// A sign of an afterthought to what was asked before.
        static let addition = Traits(rawValue: 1 << 7)
        /// Stands for something said before, as the subject of a sentence.
        static let subjectPronoun = Traits(rawValue: 1 << 8)
        /// After "this" or "that" it shows that these stand alone.
        static let pronounVerb = Traits(rawValue: 1 << 9)
        static let pronoun = Traits(rawValue: 1 << 10)
        /// Says what somebody expects of the software.
        static let expectation = Traits(rawValue: 1 << 11)
        /// Names trouble that may be long over.
        static let trouble = Traits(rawValue: 1 << 12)
        /// Somebody who tells of their own work or setting.
        static let speaker = Traits(rawValue: 1 << 13)
        /// Shows, after a paused filler, that a request begins.
        static let requestStart = Traits(rawValue: 1 << 14)
        /// Begins a clause of setting or condition.
        static let condition = Traits(rawValue: 1 << 15)
        /// A number, or a word like one, after which an article belongs to a rate: "once a day".
        static let count = Traits(rawValue: 1 << 16)
        static let article = Traits(rawValue: 1 << 17)
        /// A verb that is a noun as often: "map", "filter".
        static let nounVerb = Traits(rawValue: 1 << 18)
        /// A verb that can only have a subject before it.
        static let finite = Traits(rawValue: 1 << 19)
        /// Begins a clause with a verb of its own.
        static let subordinate = Traits(rawValue: 1 << 20)
    }
}
