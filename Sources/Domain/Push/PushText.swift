/// The texts of a notification, cut to the size that a message has room for.
package enum PushText {
    /// A session's title, at most 600 bytes.
    package static func title(_ text: String) -> String { line(text, bytes: 600) }

    /// The first line of the event's text, at most 900 bytes.
    package static func body(_ text: String) -> String { line(text, bytes: 900) }

    /// The first non-blank line, without control characters; a long one is cut between graphemes.
    private static func line(_ text: String, bytes limit: Int) -> String {
        let lines = text.split(whereSeparator: \.isNewline)
        let first = lines.first { !String($0).isBlank }.map { String($0).trimmed } ?? ""
        let scalars = first.unicodeScalars.filter { $0.properties.generalCategory != .control }
        let plain = String(String.UnicodeScalarView(scalars))
        guard plain.utf8.count > limit else { return plain }
        var cut = ""
        var length = 0
        for character in plain {
            length += character.utf8.count
            guard length <= limit - 3 else { break }
            cut.append(character)
        }
        return cut + "…"
    }
}
