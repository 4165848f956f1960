/// Generates a session's title from the text of its first message.
package enum SessionTitle {
    /// The maximum length in graphemes.
    package static let maximumLength = 60

    /// The title of a session without any text.
    package static let placeholder = "New session"

    /// The title of a message that is only a placeholder of an image or a pasted text.
    private static func mark(in message: String) -> String? {
        var lines = CleanLines(of: message)
        guard let line = lines.nextFilled(), line.text.hasPrefix("[") else { return nil }
        return Clipping.clip(line.text, to: maximumLength, mark: "…")
    }

    /// The sentence that best says what is wanted, without politeness and articles, cut to `maximumLength`. It is never
    /// empty.
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
