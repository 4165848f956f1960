/// Finds a title in pasted JSON.
enum JSONTitle {
    /// Names of members that contain a title, best first.
    private static let members = ["title", "summary", "subject", "headline", "task", "prompt", "instruction"].map {
        "\"\($0)\""
    }
    private static let maximumLength = 500

    /// The value of such a member in a line of JSON, if it is a string.
    static func title(in line: String) -> String? {
        guard let first = line.utf8.first, "{[\"".utf8.contains(first) else { return nil }
        for member in members {
            guard let place = line.firstPlace(of: member) else { continue }
            let rest = line.utf8[place.upperBound...].drop { $0 == UInt8(ascii: " ") }
            guard rest.first == UInt8(ascii: ":") else { continue }
            let value = rest.dropFirst().drop { $0 == UInt8(ascii: " ") }
            if value.first == UInt8(ascii: "\""), let text = text(value.dropFirst()), !text.allSatisfy(\.isWhitespace) {
                return text
            }
        }
        return nil
    }

    private static func text(_ bytes: Substring.UTF8View) -> String? {
        var text: [UInt8] = []
        var isEscaped = false
        for byte in bytes.prefix(maximumLength) {
            if isEscaped {
                text.append(byte == UInt8(ascii: "n") || byte == UInt8(ascii: "t") ? UInt8(ascii: " ") : byte)
                isEscaped = false
            } else if byte == UInt8(ascii: "\\") {
                isEscaped = true
            } else if byte == UInt8(ascii: "\"") {
                return String(decoding: text, as: UTF8.self)
            } else {
                text.append(byte)
            }
        }
        return nil
    }
}
