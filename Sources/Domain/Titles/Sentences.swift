/// Splits the words of a block into sentences.
enum Sentences {
    static func split(_ words: [Word]) -> [ArraySlice<Word>] {
        var sentences: [ArraySlice<Word>] = []
        var start = words.startIndex
        var enumeration = Enumeration(in: words)
        for index in words.indices {
            if enumeration?.isNextMark(words[index]) == true {
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
        if word.text.utf8.last?.isASCIILetter == true { return false }
        let core = word.text.trimmingEnd { "\"'”’»)*_」』）".unicodeScalars.contains($0) }
        let next = words.dropFirst(index + 1).first
        guard let end = core.unicodeScalars.last else { return false }
        if core.utf8.count < word.text.utf8.count, let next, next.startsLowercase { return false }
        switch end {
        case "。", "！", "？", "｡", "।", "॥", "؟", "۔", "።", "။", "។", "։": return true
        case "!", "?": return true
        case ".": return !FullStop.isPartOfWord(core, key: word.key, next: next)
        case "…": return next?.startsUppercase ?? true
        default: return false
        }
    }
}

/// A list written within a line: "1. fix this 2. test that", or with "1)" or "(1)".
private struct Enumeration {
    private var next = 1
    private let style: (Int) -> String

    private static let styles: [@Sendable (Int) -> String] = [{ "\($0)." }, { "\($0))" }, { "(\($0))" }]

    init?(in words: [Word]) {
        guard let first = words.firstIndex(where: { ["1.", "1)", "(1)"].contains($0.text) }),
            let style = Self.styles.first(where: { $0(1) == words[first].text }),
            words[first...].contains(where: { $0.text == style(2) })
        else { return nil }
        self.style = style
    }

    mutating func isNextMark(_ word: Word) -> Bool {
        guard word.text == style(next) else { return false }
        next += 1
        return true
    }
}
