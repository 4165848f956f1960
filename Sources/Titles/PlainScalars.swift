/// Non-ASCII characters that need no cleaning: letters and signs that are neither white space nor invisible, and that
/// don't combine with the character before them.
enum PlainScalars {
    /// The length in bytes of such a character; `nil` for any other.
    static func length(in bytes: UnsafeBufferPointer<UInt8>, at position: Int) -> Int? {
        let first = UInt32(bytes[position])
        let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
        guard length < 4, position + length <= bytes.count else { return nil }
        var value = first & (length == 3 ? 0x0F : 0x1F)
        for offset in 1..<length { value = value << 6 | UInt32(bytes[position + offset] & 0x3F) }
        return isPlain(value) ? length : nil
    }

    private static func isPlain(_ value: UInt32) -> Bool {
        switch value {
        // Latin, Greek and Cyrillic letters.
        case 0xA1...0xAC, 0xAE...0x2FF, 0x370...0x482, 0x48A...0x52F, 0x1E00...0x1FFF: true
        // Hebrew and Arabic letters, digits and punctuation.
        case 0x5D0...0x5EA, 0x60C, 0x61B, 0x61F...0x63F, 0x641...0x64A, 0x660...0x669, 0x671...0x6D3: true
        // Letters of Devanagari and Thai without combining marks, and the dandas and digits of Devanagari.
        case 0x904...0x939, 0x958...0x961, 0x964...0x96F, 0xE01...0xE30, 0xE32...0xE33, 0xE3F...0xE46: true
        // Quotation marks, dashes, currencies.
        case 0x2010...0x2027, 0x2030...0x205E, 0x20A0...0x20BF: true
        // Chinese, Japanese and Korean.
        case 0x3001...0x3029, 0x3041...0x3096, 0x309B...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xAC00...0xD7A3,
            0xFF01...0xFF60:
            true
        default: false
        }
    }
}
