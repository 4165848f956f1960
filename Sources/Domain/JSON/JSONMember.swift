/// Finds a member of a JSON object and returns its exact bytes, which decoding and encoding again would change.
package enum JSONMember {
    /// The text of the value of the top-level member with this name; `nil` when there is none. The text must be valid
    /// JSON.
    package static func value(of name: String, in json: String) -> String? {
        let bytes = Array(json.utf8)
        var reader = Reader(bytes: bytes)
        guard reader.skip("{") else { return nil }
        while let key = reader.string(), reader.skip(":") {
            let value = reader.value()
            if bytes[key].elementsEqual(name.utf8) { return String(decoding: bytes[value], as: UTF8.self) }
            guard reader.skip(",") else { return nil }
        }
        return nil
    }

    private struct Reader {
        let bytes: [UInt8]
        private var position = 0

        init(bytes: [UInt8]) {
            self.bytes = bytes
        }

        mutating func skip(_ mark: Unicode.Scalar) -> Bool {
            skipWhiteSpace()
            guard position < bytes.count, bytes[position] == UInt8(ascii: mark) else { return false }
            position += 1
            return true
        }

        /// The range of a string without its quotes; escapes are not decoded.
        mutating func string() -> Range<Int>? {
            guard skip("\"") else { return nil }
            let start = position
            while position < bytes.count, bytes[position] != UInt8(ascii: "\"") {
                position += bytes[position] == UInt8(ascii: "\\") ? 2 : 1
            }
            position = min(position + 1, bytes.count)
            return start..<max(start, position - 1)
        }

        /// The range of any value.
        mutating func value() -> Range<Int> {
            skipWhiteSpace()
            let start = position
            var depth = 0
            while position < bytes.count {
                switch bytes[position] {
                case UInt8(ascii: "\""):
                    _ = string()
                    if depth == 0 { return start..<position }
                    continue
                case UInt8(ascii: "{"), UInt8(ascii: "["):
                    depth += 1
                case UInt8(ascii: "}"), UInt8(ascii: "]"):
                    guard depth > 0 else { return start..<position }
                    depth -= 1
                    if depth == 0 {
                        position += 1
                        return start..<position
                    }
                case UInt8(ascii: ",") where depth == 0:
                    return start..<position
                default: break
                }
                position += 1
            }
            return start..<position
        }

        private mutating func skipWhiteSpace() {
            while position < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[position]) { position += 1 }
        }
    }
}
