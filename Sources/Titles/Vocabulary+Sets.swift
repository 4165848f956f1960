extension Vocabulary {
    /// The function of a phrase at the start or the end of a sentence.
    struct Roles: OptionSet {
        let rawValue: UInt32

        static let greeting = Roles(rawValue: 1 << 0)
        static let addressee = Roles(rawValue: 1 << 1)
        /// Makes the following words a request.
        static let opening = Roles(rawValue: 1 << 2)
        /// Prevents the removal of an opening before it.
        static let keepsOpening = Roles(rawValue: 1 << 3)
        /// Begins a sentence without adding to it, whatever follows.
        static let filler = Roles(rawValue: 1 << 4)
        /// A filler only before a pause or a request: "Right, fix it", but not "Right column is empty".
        static let pausedFiller = Roles(rawValue: 1 << 5)
        /// Begins a sentence that only expresses thanks or a farewell.
        static let closing = Roles(rawValue: 1 << 6)
        /// Removed at the end of any sentence.
        static let politeness = Roles(rawValue: 1 << 7)
        /// Removed at the end of a request.
        static let requestEnding = Roles(rawValue: 1 << 8)
        /// Begins a sentence that adds to an earlier one.
        static let afterthought = Roles(rawValue: 1 << 25)
        static let question = Roles(rawValue: 1 << 9)
        static let failure = Roles(rawValue: 1 << 10)
        static let emptyAnswer = Roles(rawValue: 1 << 11)
        static let requestLabel = Roles(rawValue: 1 << 12)
        static let backgroundLabel = Roles(rawValue: 1 << 13)
        static let subjectHeader = Roles(rawValue: 1 << 14)
        static let otherHeader = Roles(rawValue: 1 << 15)
        static let mailPrefix = Roles(rawValue: 1 << 16)
        /// A phrase such as "I want" whose object is the title.
        static let wish = Roles(rawValue: 1 << 17)
        /// Begins a report of an observation.
        static let report = Roles(rawValue: 1 << 18)
        /// Begins an instruction on how to work.
        static let manner = Roles(rawValue: 1 << 19)
        static let rolePlay = Roles(rawValue: 1 << 20)
        /// Begins a request in the middle of a sentence.
        static let turn = Roles(rawValue: 1 << 21)
        /// A greeting that often has another meaning: "evening", "dear".
        static let ambiguousGreeting = Roles(rawValue: 1 << 22)
        /// Begins a heading of background information.
        static let backgroundStart = Roles(rawValue: 1 << 23)
        /// Begins a form's question about background information.
        static let backgroundQuestion = Roles(rawValue: 1 << 26)
        /// Begins the heading of a section that can contain the request.
        static let requestStartLabel = Roles(rawValue: 1 << 24)
    }

    /// The properties of a single word.
    struct Traits: OptionSet {
        let rawValue: UInt32

        /// Refers to something instead of naming it.
        static let pointing = Traits(rawValue: 1 << 0)
        static let english = Traits(rawValue: 1 << 1)
        static let foreign = Traits(rawValue: 1 << 2)
        /// A verb that can begin a request.
        static let verb = Traits(rawValue: 1 << 3)
        /// Can come before an article without being an imperative.
        static let neverVerb = Traits(rawValue: 1 << 4)
        /// Can't be the last word of a sentence.
        static let needsNext = Traits(rawValue: 1 << 5)
        /// Never follows an article.
        static let neverAfterArticle = Traits(rawValue: 1 << 6)
        /// Marks an addition to an earlier request.
        static let addition = Traits(rawValue: 1 << 7)
        /// A pronoun that, as a subject, refers to an earlier sentence.
        static let subjectPronoun = Traits(rawValue: 1 << 8)
        /// After "this" or "that", shows that these are pronouns.
        static let pronounVerb = Traits(rawValue: 1 << 9)
        static let pronoun = Traits(rawValue: 1 << 10)
        /// States an expectation of the software.
        static let expectation = Traits(rawValue: 1 << 11)
        /// Names a problem, which may be fixed already.
        static let trouble = Traits(rawValue: 1 << 12)
        /// Begins a sentence about the author's own work or situation.
        static let speaker = Traits(rawValue: 1 << 13)
        /// After a paused filler, shows that a request begins.
        static let requestStart = Traits(rawValue: 1 << 14)
        /// Begins a clause that gives a setting or condition.
        static let condition = Traits(rawValue: 1 << 15)
        /// A number or similar word, after which an article belongs to a rate: "once a day".
        static let count = Traits(rawValue: 1 << 16)
        static let article = Traits(rawValue: 1 << 17)
        /// A verb that is often a noun: "map", "filter".
        static let nounVerb = Traits(rawValue: 1 << 18)
        /// A verb form that needs a subject before it.
        static let finite = Traits(rawValue: 1 << 19)
        /// Begins a clause with a verb of its own.
        static let subordinate = Traits(rawValue: 1 << 20)
    }
}
