/// Finds a member of a JSON object and returns its exact bytes, which decoding and encoding again would change.
package enum JSONMember {
    /// The text of the value of the top-level member with this name; `nil` when there is none. The text must be valid
    /// JSON.
    package static func value(of name: String, in json: String) -> String? {
        var json = json
        return json.withUTF8 { bytes in
            var scanner = JSONScanner(bytes)
            guard scanner.next() == .objectStart else { return nil }
            while case .string(let key)? = scanner.next(), scanner.next() == .colon, let value = scanner.value() {
                if bytes[key].dropFirst().dropLast().elementsEqual(name.utf8) {
                    return String(decoding: bytes[value], as: UTF8.self)
                }
                guard scanner.next() == .comma else { return nil }
            }
            return nil
        }
    }
}
