/// The title of a session, made from the text of its first message.
package enum SessionTitle {
    /// In graphemes.
    package static let maximumLength = 60

    /// The title while there is no text to make one from.
    package static let placeholder = "New session"

    /// The first sentence that says what is wanted, without politeness and articles, cut to `maximumLength`.
    package static func generate(from message: String) -> String {
        var search = RequestSearch()
        for block in Blocks(of: message) {
            search.read(block)
            if search.isSettled { break }
        }
        let words = Capital.applied(to: search.result())
        let title = Clipping.clip(words.line(backticks: .dropped), to: maximumLength, mark: "…")
        return title.isEmpty ? placeholder : title
    }
}
