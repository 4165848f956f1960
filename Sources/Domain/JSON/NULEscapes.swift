/// NUL in JSON escapes. SQLite ends a text at NUL, so that texts extracted from a line and stored beside it must not
/// contain any.
package enum NULEscapes {
    private static let escape = Array(#"\u0000"#.utf8)

    /// The text with each `\u0000` replaced by `\ufffd`.
    package static func replaced(in json: String) -> String {
        guard json.utf8.contains(UInt8(ascii: "\\")) else { return json }
        var bytes = Array(json.utf8)
        var index = 0
        while let backslash = bytes[index...].firstIndex(of: UInt8(ascii: "\\")) {
            if bytes[backslash...].starts(with: escape) {
                bytes.replaceSubrange(backslash + 2..<backslash + 6, with: "fffd".utf8)
            }
            index = min(backslash + 2, bytes.count)
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
