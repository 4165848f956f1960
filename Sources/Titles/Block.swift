/// A part of a message that is read as a unit: a paragraph, or one line of another kind.
struct Block {
    enum Kind {
        case paragraph, heading, item
        /// A list item with a checkbox. Such items are from forms as often as they are requests.
        case checkbox
        /// Another person's words: `>` quotes, and the text after "On … wrote:".
        case quotation
        case code
        /// The output of a program: logs, stack traces, compiler messages.
        case output
        /// Front matter, tables and other content that never contains a request.
        case aside
        /// The subject of a pasted mail or ticket.
        case subject
    }

    var kind: Kind
    var text: String
    var indentation = 0
    var lineCount = 1
    /// The level of a heading: 1 is the highest, a line all in bold the lowest.
    var level = 1

    /// The level of a tag around a section of a prompt, which can't be a title.
    static let tagLevel = 0

    /// Whether this block and the one before are separated, so that their lines are not joined.
    var isAfterBlank = false
}
