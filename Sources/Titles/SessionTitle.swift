/// The title of a session, made from the text of its first message.
package enum SessionTitle {
    /// In graphemes.
    package static let maximumLength = 60

    /// The title while there is no text to make one from.
    package static let placeholder = "New session"

    /// Of a message that is a picture or a pasted text alone.
    private static func mark(in message: String) -> String? {
        var lines = CleanLines(of: message)
        guard let line = lines.nextFilled(), line.text.hasPrefix("[") else { return nil }
        return Clipping.clip(line.text, to: maximumLength, mark: "…")
    }

    /// The first sentence that says what is wanted, without politeness and articles, cut to `maximumLength`.
    package static func generate(from message: String) -> String {
        var search = RequestSearch()
        for block in Blocks(of: message) {
            search.read(block)
            if search.isSettled { break }
        }
        let words = Capital.applied(to: search.result())
        let title = Clipping.clip(words.line(backticks: .dropped), to: maximumLength, mark: "…")
        return title.isEmpty ? mark(in: message) ?? placeholder : title
    }
}
