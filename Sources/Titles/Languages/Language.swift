/// What the titles know of one language, as data: the same columns for each, read by the same code.
///
/// **To add a language**, copy the file of a related one, fill every column, and add it to `Language.all`; a test fails
/// on an empty column. Phrases stand in any case and with or without accents, separated by commas:
/// `WordKey` folds them as it folds the words of a message. In a language that separates no words (`isSpaced` false),
/// phrases are compared with the beginning or the end of the text instead of with whole words.
///
/// A rule must never leave broken grammar: take an opening only if what follows it is a sentence by itself. Where no rule
/// fits, the sentence stays whole. A word that means something else in another language, above all in English, is left
/// out, since the language of a message isn't told.
struct Language: Sendable {
    /// In English.
    let name: String
    /// Whether spaces stand between words.
    var isSpaced = true
    /// "Hello", and what else opens a message without saying anything.
    let greetings: String
    /// Whom a greeting may address: "team", "all".
    let addressees: String
    /// What makes a request of the words that follow: "please", "could you".
    let openings: String
    /// Words after which an opening is not taken, since the grammar of what follows depends on it: "I want that …". In a
    /// language without spaces, the characters that make another word of the opening.
    let keepsOpening: String
    /// What may stand in front of a sentence without adding to it: "also", "by the way".
    let fillers: String
    /// What only says that the last answer was fine: "great", "ok".
    let acknowledgements: String
    /// How sentences begin that only thank, wish well or say good-bye.
    let closings: String
    /// Politeness at the end of a sentence: "please", "thanks in advance".
    let politeness: String
    /// What else goes from the end of a request: "for me", the 吗 of "can you … 吗".
    let requestEndings: String
    /// The subject in the head of a mail, and the title or summary in that of a ticket.
    let subjectHeaders: String
    /// Other fields in the head of a mail or ticket.
    let otherHeaders: String
    /// The prefixes of answers and forwarded mails: "Re", "AW".
    let mailPrefixes: String
    /// The line above a quoted mail, as what it begins with and what it has further on: "on … wrote".
    let quotationLines: String
    /// Headings and labels that the wish itself may stand under.
    let requestLabels: String
    /// Headings and labels of circumstances; a word alone is found within a longer heading too.
    let backgroundLabels: String
    /// Answers that say nothing under the heading of a form: "none", "yes".
    let emptyAnswers: String
    /// Words that a question begins with.
    let questions: String
    /// Words for what fails.
    let failures: String
    /// Words that only point at something else; a sentence of these alone is no title: "look at this".
    let pointing: String
    /// Articles and other short words that tell the language from English, whose articles alone are dropped.
    let marks: String
    /// What becomes of articles in a request.
    let articles: Articles

    enum Articles {
        /// They go from a title: "Fix login page".
        case dropped
        /// The language has articles, which carry gender and case.
        case kept
        /// The language has none.
        case none
    }
}
