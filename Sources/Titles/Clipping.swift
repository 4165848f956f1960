/// Cuts a text to a length in graphemes.
package enum Clipping {
    /// Returns the text if it fits, otherwise as many whole words as fit, followed by the mark.
    ///
    /// If whole words would use less than half of the length (a path, a hash, 100,000 letters), and in scripts without
    /// spaces, the text is cut between graphemes.
    package static func clip(_ text: String, to limit: Int, mark: String) -> String {
        guard exceeds(limit, text) else { return text }
        let room = text.prefix(limit - mark.count)
        let wholeWords = wordBoundary(in: text, before: room.endIndex, atLeast: room.count / 2)
        return trimmed(text[..<(wholeWords ?? room.endIndex)]) + mark
    }

    /// Whether the text has more than `limit` graphemes. It counts no further than that.
    static func exceeds(_ limit: Int, _ text: String) -> Bool {
        guard text.utf8.count > limit,
            let end = text.index(text.startIndex, offsetBy: limit, limitedBy: text.endIndex)
        else { return false }
        return end != text.endIndex
    }

    private static func wordBoundary(in text: String, before end: String.Index, atLeast minimum: Int) -> String.Index? {
        let least = text.index(text.startIndex, offsetBy: minimum)
        var index = end
        while index > least {
            let previous = text.index(before: index)
            if text[index] == " " || (text[previous].isWrittenWithoutSpaces && text[index].isLetter) { return index }
            index = previous
        }
        return nil
    }

    /// Removes punctuation at the end: an ellipsis after a comma or an open bracket looks like a mistake.
    private static func trimmed(_ text: Substring) -> String {
        text.trimmingEnd { ",;:-–—([{“‘「『（、，；：. ".unicodeScalars.contains($0) }
    }
}

extension Character {
    /// Han, kana, Thai, Lao, Khmer and Burmese don't separate words, so that a text may be cut between any two of these
    /// characters.
    var isWrittenWithoutSpaces: Bool {
        guard let scalar = unicodeScalars.first else { return false }
        switch scalar.value {
        case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF, 0x3005...0x30FF, 0x31F0...0x31FF,
            0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0xFF66...0xFF9F, 0x20000...0x3FFFF:
            return true
        default:
            return false
        }
    }
}
