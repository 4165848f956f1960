extension Unicode.Scalar {
    /// Whether it is punctuation that occurs around a word rather than in it.
    var isOuterPunctuation: Bool {
        if isASCII { return UInt8(value).isOuterPunctuation }
        switch self {
        case "…", "“", "”", "‘", "’", "«", "»", "„", "‚", "‹", "›", "¿", "¡", "—", "–", "؟", "،", "؛", "।", "॥", "۔":
            return true
        case "。", "，", "、", "！", "？", "：", "；", "（", "）", "「", "」", "『", "』", "【", "】", "《", "》", "·": return true
        default: return false
        }
    }
}

extension StringProtocol {
    /// Removes matching scalars at both ends. A mark with a combining accent is not removed.
    func trimming(_ matches: (Unicode.Scalar) -> Bool) -> String {
        var scalars = Substring(trimmingEnd(matches)).unicodeScalars
        while let first = scalars.first, matches(first) { scalars.removeFirst() }
        return String(Substring(scalars))
    }

    func trimmingEnd(_ matches: (Unicode.Scalar) -> Bool) -> String {
        var scalars = Substring(self).unicodeScalars
        while let last = scalars.last, matches(last) { scalars.removeLast() }
        return String(Substring(scalars))
    }

    func endsWith(anyOf marks: StaticString) -> Bool {
        guard let last = unicodeScalars.last else { return false }
        if last.isASCII { return marks.withUTF8Buffer { $0.contains(UInt8(last.value)) } }
        return String(describing: marks).unicodeScalars.contains(last)
    }

    func startsWith(anyOf marks: StaticString) -> Bool {
        guard let first = utf8.first else { return false }
        if first < 0x80 { return marks.withUTF8Buffer { $0.contains(first) } }
        return unicodeScalars.first.map { String(describing: marks).unicodeScalars.contains($0) } ?? false
    }
}

extension UInt8 {
    var isASCIILetter: Bool { (0x61...0x7A).contains(self | 0x20) }
    var isASCIIUppercase: Bool { (0x41...0x5A).contains(self) }
    var isASCIIDigit: Bool { (0x30...0x39).contains(self) }

    /// See `Unicode.Scalar.isOuterPunctuation`.
    var isOuterPunctuation: Bool {
        switch self {
        case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "!"),
            UInt8(ascii: "?"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "["), UInt8(ascii: "]"),
            UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "*"), UInt8(ascii: "-"), UInt8(ascii: "~"):
            true
        default: false
        }
    }
}
