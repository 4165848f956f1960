/// Text made safe to stand in HTML, in an element or in a quoted attribute.
struct HTMLText: CustomStringConvertible {
    let description: String

    init(_ text: String) {
        var escaped = ""
        for character in text {
            switch character {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            case "'": escaped += "&#39;"
            default: escaped.append(character)
            }
        }
        description = escaped
    }

    /// The same with what stands between backticks set as code.
    init(prose text: String) {
        // Between backticks is every second piece.
        description = text.split(separator: "`", omittingEmptySubsequences: false).enumerated().map { index, piece in
            let escaped = HTMLText(String(piece)).description
            return index.isMultiple(of: 2) ? escaped : "<code>\(escaped)</code>"
        }.joined()
    }
}
