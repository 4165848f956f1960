/// Crockford's base 32 in lower case: no `i`, `l`, `o` or `u` to misread or to spell words with.
package enum Base32 {
    private static let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)

    /// Random text of 5 bits a character.
    package static func random(characters count: Int, using generator: inout some RandomNumberGenerator) -> String {
        let bytes = (0..<count).map { _ in alphabet[Int.random(in: 0..<32, using: &generator)] }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// A 32-bit number as 7 characters, most significant first.
    package static func encode(_ number: UInt32) -> String {
        let bytes = (0..<7).reversed().map { alphabet[Int((UInt64(number) >> (UInt64($0) * 5)) & 31)] }
        return String(decoding: bytes, as: UTF8.self)
    }

    package static func isEncoded(_ text: some StringProtocol) -> Bool {
        text.utf8.allSatisfy { alphabet.contains($0) }
    }
}
