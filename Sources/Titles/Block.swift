/// A piece of a message that is read as a whole: a paragraph, or one line of something else.
struct Block {
    enum Kind {
        case paragraph, heading, item
        /// An item with a box to tick: a form's list as often as a list of wishes.
        case checkbox
        /// Somebody else's words: `>` quotes, and what follows "On … wrote:".
        case quotation
        case code
        /// What a program printed: logs, stack traces, compiler messages.
        case output
        /// Front matter, tables and other matter that nobody asks anything with.
        case aside
        /// The subject of a pasted mail or ticket.
        case subject
    }

    var kind: Kind
    var text: String
    var indentation = 0
    var lineCount = 1
    /// Of a heading: 1 is the highest, and a line all in bold the lowest.
    var level = 1

    /// A tag around a part of a prompt, which is no title.
    static let tagLevel = 0

    /// Set where something stands between this block and the one before, so that lines are not joined across it.
    var isAfterBlank = false
}
