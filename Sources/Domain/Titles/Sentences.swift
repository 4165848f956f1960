/// Splits the words of a block into sentences.
enum Sentences {
    static func split(_ words: [Word]) -> [ArraySlice<Word>] {
        var sentences: [ArraySlice<Word>] = []
        var start = words.startIndex
        var enumeration = Enumeration(in: words)
        for index in words.indices {
            if enumeration.isNextMark(words[index]) {
                if start < index { sentences.append(words[start..<index]) }
                start = index + 1
            } else if endsSentence(words, at: index) {
                sentences.append(words[start...index])
                start = index + 1
            }
        }
        if start < words.endIndex { sentences.append(words[start...]) }
        return sentences
    }

    private static func endsSentence(_ words: [Word], at index: Int) -> Bool {
        let word = words[index]
        let core = word.text.trimmingEnd { "\"'”’»)*_」』）".unicodeScalars.contains($0) }
        guard let end = core.unicodeScalars.last else { return false }
        switch end {
        case "。", "！", "？", "｡", "।", "॥", "؟", "۔", "።", "။", "។", "։": return true
        case "!", "?": return true
        case ".": return !FullStop.isPartOfWord(core, key: word.key, next: words.dropFirst(index + 1).first)
        case "…": return words.dropFirst(index + 1).first?.startsUppercase ?? true
        default: return false
        }
    }
}

/// A list written within a line: "1. fix this 2. test that", or with "1)" or "(1)".
private struct Enumeration {
    private var marks: [String] = []
    private var next: ArraySlice<String> = []

    init(in words: [Word]) {
        for style in [{ "\($0)." }, { "\($0))" }, { "(\($0))" }] as [(Int) -> String] {
            guard let first = words.firstIndex(where: { $0.text == style(1) }) else { continue }
            guard words[first...].contains(where: { $0.text == style(2) }) else { continue }
            marks = (1...20).map(style)
            next = marks[...]
            return
        }
    }

    mutating func isNextMark(_ word: Word) -> Bool {
        guard word.text == next.first else { return false }
        next.removeFirst()
        return true
    }
}
