import Foundation

/// The key by which words are compared: lower case, without accents, vowel marks and outer punctuation, so that
/// "Kérlek,", "kerlek" and "KÉRLEK" are equal, as are ё and е, شكرًا and شكرا.
enum WordKey {
    static func key(of text: some StringProtocol) -> String {
        var bytes = Array(text.utf8)
        return key(of: &bytes) ?? String(text)
    }

    /// - Parameter bytes: the word in UTF-8; it is modified.
    /// - Returns: `nil` if the word is its own key.
    static func key(of bytes: inout [UInt8]) -> String? {
        var isChanged = false
        for index in bytes.indices {
            let byte = bytes[index]
            if byte >= 0x80 { return foldedKey(of: bytes) }
            if byte.isASCIIUppercase {
                bytes[index] = byte | 0x20
                isChanged = true
            }
        }
        var start = 0
        var end = bytes.count
        while start < end, bytes[end - 1].isOuterPunctuation { end -= 1 }
        while start < end, bytes[start].isOuterPunctuation { start += 1 }
        if start == 0, end == bytes.count { return isChanged ? String(decoding: bytes, as: UTF8.self) : nil }
        return String(decoding: bytes[start..<end], as: UTF8.self)
    }

    private static func foldedKey(of bytes: [UInt8]) -> String {
        let scalars = String(decoding: bytes, as: UTF8.self).unicodeScalars
        var core = scalars[...]
        while let last = core.last, last.isOuterPunctuation { core.removeLast() }
        while let first = core.first, first.isOuterPunctuation { core.removeFirst() }
        var key = String.UnicodeScalarView()
        for scalar in core {
            switch scalar {
            case "’", "ʼ", "‘": key.append("'")
            case "ß": key.append(contentsOf: "ss".unicodeScalars)
            case "ı", "İ": key.append("i")
            case "ł", "Ł": key.append("l")
            case "đ", "Đ": key.append("d")
            case "ø", "Ø": key.append("o")
            default: if let folded = folded(scalar) { key.append(folded) }
            }
        }
        return String(key)
    }

    /// The keys of Latin, Greek and Cyrillic letters, which are frequent, from U+0000 on.
    private static let common = (0..<UInt32(0x530)).map(base)
    /// The keys of Latin and Greek letters with several accents, from U+1E00 on.
    private static let accented = (0x1E00..<UInt32(0x2000)).map(base)

    /// Returns `nil` for a combining mark.
    private static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        switch scalar.value {
        case 0x300...0x36F: nil
        case ..<0x530: common[Int(scalar.value)]
        case 0x1E00..<0x2000: accented[Int(scalar.value) - 0x1E00]
        // Hebrew points; Arabic vowel marks and tatweel; joiners and variation selectors.
        case 0x591...0x5C7, 0x610...0x61A, 0x640, 0x64B...0x65F, 0x670, 0x200B...0x200F, 0xFE00...0xFE0F: nil
        case 0x622, 0x623, 0x625, 0x671: "\u{627}"
        case 0x649, 0x6CC: "\u{64A}"
        case 0x6A9: "\u{643}"
        // The nuktas of Devanagari and Bengali, which are often omitted.
        case 0x93C, 0x9BC: nil
        default: scalar
        }
    }

    private static func base(_ value: UInt32) -> Unicode.Scalar {
        guard let scalar = Unicode.Scalar(value) else { return "\u{FFFD}" }
        guard scalar.properties.isAlphabetic else { return scalar }
        let decomposed = scalar.properties.lowercaseMapping.decomposedStringWithCanonicalMapping.unicodeScalars
        guard let first = decomposed.first, decomposed.dropFirst().allSatisfy({ (0x300...0x36F).contains($0.value) })
        else { return scalar }
        return first == "ς" ? "σ" : first
    }
}
