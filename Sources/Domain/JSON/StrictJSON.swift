/// Finds JSON that the decoder accepts but RFC 8259 doesn't: a byte order mark (8.1) and a comma after the last element
/// (4, 5); and duplicate names in an object, for which the value is ambiguous (4).
package enum StrictJSON {
    private static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

    /// The problem in a text that the decoder accepts; `nil` if it is strictly valid JSON. Names are compared as they
    /// are written, without decoding escapes.
    package static func problem(in text: String) -> String? {
        if text.utf8.starts(with: mark) { return "The body begins with a byte order mark. Send plain UTF-8." }
        var text = text
        return text.withUTF8(problem(in:))
    }

    private static func problem(in bytes: UnsafeBufferPointer<UInt8>) -> String? {
        /// The names seen in each open object; `nil` for an open array.
        var open: [Set<String>?] = []
        var last: JSONScanner.Token?
        var scanner = JSONScanner(bytes)
        while let token = scanner.next() {
            switch token {
            case .string(let range) where last == .objectStart || last == .comma:
                guard let object = open.indices.last, open[object] != nil else { break }
                let name = String(decoding: bytes[range], as: UTF8.self)
                guard open[object]?.insert(name).inserted == true else { return "The body has \(name) twice." }
            case .objectStart:
                open.append([])
            case .arrayStart:
                open.append(nil)
            case .objectEnd, .arrayEnd:
                if last == .comma { return "The body has a comma with nothing after it." }
                _ = open.popLast()
            case .comma, .colon, .string, .literal, .openString:
                break
            }
            last = token
        }
        return nil
    }
}
