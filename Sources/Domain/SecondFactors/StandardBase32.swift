/// Base32 of RFC 4648, section 6, without padding, as authenticator apps read keys.
package enum StandardBase32 {
    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".utf8)

    package static func encode(_ bytes: [UInt8]) -> String {
        var characters: [UInt8] = []
        var bits: UInt32 = 0
        var count = 0
        for byte in bytes {
            bits = bits << 8 | UInt32(byte)
            count += 8
            while count >= 5 {
                count -= 5
                characters.append(alphabet[Int(bits >> count & 31)])
            }
        }
        if count > 0 { characters.append(alphabet[Int(bits << (5 - count) & 31)]) }
        return String(decoding: characters, as: UTF8.self)
    }
}
