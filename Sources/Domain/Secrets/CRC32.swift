/// The CRC-32 of IEEE 802.3, used to distinguish a mistyped token from an unknown one.
package enum CRC32 {
    package static func checksum(of text: some StringProtocol) -> UInt32 {
        var remainder: UInt32 = 0xFFFF_FFFF
        for byte in text.utf8 {
            remainder ^= UInt32(byte)
            for _ in 0..<8 {
                remainder = (remainder >> 1) ^ (remainder & 1 == 1 ? 0xEDB8_8320 : 0)
            }
        }
        return ~remainder
    }
}
