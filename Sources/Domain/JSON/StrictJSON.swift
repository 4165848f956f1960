/// Finds JSON that the decoder accepts but RFC 8259 doesn't: a byte order mark (8.1) and a comma after the last element
/// (4, 5); and duplicate names in an object, for which the value is ambiguous (4).
package enum StrictJSON {
    private static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    private static let quote = UInt8(ascii: "\"")

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
        var last: UInt8 = 0
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            let start = index
            index += 1
            switch byte {
            case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"):
                continue
            case quote:
                while index < bytes.count, bytes[index] != quote { index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1 }
                index = min(index + 1, bytes.count)
                let isName = last == UInt8(ascii: "{") || last == UInt8(ascii: ",")
                guard isName, let object = open.indices.last, open[object] != nil else { break }
                let name = String(decoding: bytes[start..<index], as: UTF8.self)
                guard open[object]?.insert(name).inserted == true else { return "The body has \(name) twice." }
            case UInt8(ascii: "{"):
                open.append([])
            case UInt8(ascii: "["):
                open.append(nil)
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                if last == UInt8(ascii: ",") { return "The body has a comma with nothing after it." }
                _ = open.popLast()
            default:
                break
            }
            last = byte
        }
        return nil
    }
}
