/// Cutting a text to a length in graphemes.
package enum Clipping {
    /// The text itself if it fits, otherwise as many whole words as fit before the mark.
    ///
    /// Where keeping words whole would waste more than half the room (a path, a hash, 100,000 letters), and in
    /// scripts that write no spaces, it is cut between graphemes.
    package static func clip(_ text: String, to limit: Int, mark: String) -> String {
        guard exceeds(limit, text) else { return text }
        let room = text.prefix(limit - mark.count)
        let wholeWords = wordBoundary(in: text, before: room.endIndex, atLeast: room.count / 2)
        return trimmed(text[..<(wholeWords ?? room.endIndex)]) + mark
    }

    /// Whether the text has more graphemes than that. No more of them are counted.
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

    /// A mark after a comma or an open bracket looks like a mistake.
    private static func trimmed(_ text: Substring) -> String {
        text.trimmingEnd { ",;:-–—([{“‘「『（、，；：. ".unicodeScalars.contains($0) }
    }
}

extension Character {
    /// Han, kana, Thai, Lao, Khmer and Burmese separate no words, so a text may be cut between any two of them.
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
