/// Unpaired surrogates in JSON escapes. JavaScript programs that cut a text inside an emoji write the rest as `\ud83d`,
/// which strict parsers reject; such a transcript must still be stored.
package enum LoneSurrogates {
    /// The text with each unpaired surrogate replaced by `\ufffd`, which has the same length.
    package static func replaced(in json: String) -> String {
        guard json.utf8.contains(UInt8(ascii: "\\")) else { return json }
        var bytes = Array(json.utf8)
        var index = 0
        while let escape = bytes[index...].firstIndex(of: UInt8(ascii: "\\")) {
            guard let unit = codeUnit(at: escape, in: bytes) else {
                index = min(escape + 2, bytes.count)
                continue
            }
            index = escape + 6
            guard UTF16.isSurrogate(unit) else { continue }
            if UTF16.isLeadSurrogate(unit), let next = codeUnit(at: index, in: bytes), UTF16.isTrailSurrogate(next) {
                index += 6
            } else {
                bytes.replaceSubrange(escape + 2..<escape + 6, with: "fffd".utf8)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The value of the `\uXXXX` that starts at `index`; `nil` for anything else.
    private static func codeUnit(at index: Int, in bytes: [UInt8]) -> UInt16? {
        guard index + 6 <= bytes.count, bytes[index] == UInt8(ascii: "\\"), bytes[index + 1] == UInt8(ascii: "u") else {
            return nil
        }
        return UInt16(String(decoding: bytes[index + 2..<index + 6], as: UTF8.self), radix: 16)
    }
}
