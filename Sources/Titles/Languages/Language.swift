/// The vocabulary of one language for titles, as data: the same columns for every language, used by the same code.
///
/// **To add a language**, copy the file of a related one, fill every column, and add it to `Language.all`; a test fails
/// on an empty column. Phrases are separated by commas; case and accents don't matter, since `WordKey` folds them like
/// the words of a message. In a language without spaces between words (`isSpaced` is false), phrases are compared with
/// the beginning or the end of the text instead of with whole words.
///
/// A rule must never leave broken grammar: list an opening only if the text after it is a complete sentence. A sentence
/// that no rule matches stays whole. Leave out words that mean something else in another language, above all in
/// English, since the language of a message isn't known.
struct Language: Sendable {
    /// The language's name in English.
    let name: String
    /// Whether words are separated by spaces.
    var isSpaced = true
    /// "Hello", and other openings of a message without content.
    let greetings: String
    /// The people that a greeting can address: "team", "all".
    let addressees: String
    /// Phrases that make the following words a request: "please", "could you".
    let openings: String
    /// Words after an opening that prevent its removal, since the grammar of the rest depends on it: "I want that …".
    /// In a language without spaces, the characters that make the opening part of another word.
    let keepsOpening: String
    /// Phrases before a sentence that add nothing to it: "also", "by the way".
    let fillers: String
    /// Phrases that only accept the last answer: "great", "ok".
    let acknowledgements: String
    /// Beginnings of sentences that only express thanks, good wishes or a farewell.
    let closings: String
    /// Politeness at the end of a sentence: "please", "thanks in advance".
    let politeness: String
    /// Other phrases that are removed at the end of a request: "for me", the 吗 of "can you … 吗".
    let requestEndings: String
    /// The names of the subject header of mails, and of the title or summary of tickets.
    let subjectHeaders: String
    /// The names of other headers of mails and tickets.
    let otherHeaders: String
    /// The subject prefixes of replies and forwarded mails: "Re", "AW".
    let mailPrefixes: String
    /// The line above a quoted mail, as its beginning and a later part: "on … wrote".
    let quotationLines: String
    /// Headings and labels of sections that contain the request itself.
    let requestLabels: String
    /// Headings and labels of background information. A single word is also found within a longer heading.
    let backgroundLabels: String
    /// Answers without content in a form: "none", "yes".
    let emptyAnswers: String
    /// Words that a question begins with.
    let questions: String
    /// Words that report a failure.
    let failures: String
    /// Words that only refer to something else. A sentence of only these is not a title: "look at this".
    let pointing: String
    /// Articles and other short words that distinguish the language from English, since only English articles are
    /// dropped.
    let marks: String
    /// How articles in a request are handled.
    let articles: Articles

    enum Articles {
        /// They are dropped from a title: "Fix login page".
        case dropped
        /// They stay, since they carry gender and case.
        case kept
        /// The language has no articles.
        case none
    }
}
