/// Crockford's base 32 in lower case: no `i`, `l`, `o` or `u` to misread or to spell words with.
package enum Base32 {
    private static let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)

    /// Random text with 5 bits per character. Each draw from the system's generator is a system call, so that one draw
    /// is used for as many characters as its bits allow.
    package static func random(characters count: Int, using generator: inout some RandomNumberGenerator) -> String {
        let charactersOfADraw = UInt64.bitWidth / 5
        var bits: UInt64 = 0
        let bytes = (0..<count).map { index in
            bits = index.isMultiple(of: charactersOfADraw) ? generator.next() : bits >> 5
            return alphabet[Int(bits & 31)]
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// A 32-bit number as 7 characters, most significant first.
    package static func encode(_ number: UInt32) -> String {
        let bytes = (0..<7).reversed().map { alphabet[Int((UInt64(number) >> (UInt64($0) * 5)) & 31)] }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Whether all characters are of the alphabet.
    package static func isEncoded(_ text: some StringProtocol) -> Bool {
        text.utf8.allSatisfy { alphabet.contains($0) }
    }
}
