extension Unicode.Scalar {
    /// Punctuation that stands around a word rather than in it.
    var isOuterPunctuation: Bool {
        switch self {
        case ".", ",", ";", ":", "!", "?", "(", ")", "[", "]", "\"", "'", "*", "-", "~": true
        case "…", "“", "”", "‘", "’", "«", "»", "„", "¿", "¡", "—", "–", "؟", "،", "।": true
        case "。", "，", "、", "！", "？", "：", "；", "（", "）", "「", "」", "『", "』", "【", "】": true
        default: false
        }
    }
}

extension StringProtocol {
    /// Without the scalars at both ends that match. A mark that carries an accent is not one.
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

    func endsWith(anyOf marks: String) -> Bool {
        guard let last = unicodeScalars.last else { return false }
        return marks.unicodeScalars.contains(last)
    }

    func startsWith(anyOf marks: String) -> Bool {
        unicodeScalars.first.map { marks.unicodeScalars.contains($0) } ?? false
    }
}

extension UInt8 {
    var isASCIILetter: Bool { (0x61...0x7A).contains(self | 0x20) }
    var isASCIIUppercase: Bool { (0x41...0x5A).contains(self) }
    var isASCIIDigit: Bool { (0x30...0x39).contains(self) }
}
