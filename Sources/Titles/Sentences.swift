/// The sentences of a block, read lazily, so that a caller who stops early pays only for the sentences it read.
struct Sentences: Sequence, IteratorProtocol {
    private var words: InlineMarkdown
    private var upcoming: Word?
    private var enumeration: Enumeration?

    init(of text: String, links: InlineMarkdown.Links = .named) {
        self.init(of: InlineMarkdown(text, links))
        enumeration = Enumeration(in: text)
    }

    init(of words: [Word]) {
        self.init(of: InlineMarkdown(words))
        if words.contains(where: { $0.lastByte.closesNumber && $0.text.utf8.count <= 3 }) {
            enumeration = Enumeration(in: words.line(backticks: .kept))
        }
    }

    private init(of words: InlineMarkdown) {
        self.words = words
        upcoming = self.words.next()
    }

    /// Whether everything has been read.
    var isAtEnd: Bool { upcoming == nil }

    mutating func next() -> ArraySlice<Word>? {
        var sentence: [Word] = []
        while let word = upcoming {
            upcoming = words.next()
            if enumeration?.isNextMark(word) == true {
                if sentence.isEmpty { continue }
                return sentence[...]
            }
            sentence.append(word)
            if Self.endsSentence(word, before: upcoming) { return sentence[...] }
        }
        return sentence.isEmpty ? nil : sentence[...]
    }

    private static let closingMarks = Set("\"'”’»)*_」』）".unicodeScalars)

    private static func endsSentence(_ word: Word, before next: Word?) -> Bool {
        let last = word.lastByte
        if last.isASCIILetter || last.isASCIIDigit || last == UInt8(ascii: ",") || last == UInt8(ascii: ":") {
            return false
        }
        let core = word.text.trimmingEnd { closingMarks.contains($0) }
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

/// A list on one line: "1. fix this 2. test that", or with "1)" or "(1)".
private struct Enumeration {
    private var next = 1
    private let open: String
    private let close: String

    private static let styles: [(open: String, close: String)] = [("", "."), ("", ")"), ("(", ")")]

    init?(in text: String) {
        guard text.has(UInt8(ascii: "2")), text.has(UInt8(ascii: "1")) else { return nil }
        let style = Self.styles.first { open, close in
            let first = "\(open)1\(close) "
            return (text.hasPrefix(first) || text.holds(" " + first)) && text.holds(" \(open)2\(close) ")
        }
        guard let style else { return nil }
        open = style.open
        close = style.close
    }

    mutating func isNextMark(_ word: Word) -> Bool {
        guard word.text == "\(open)\(next)\(close)" else { return false }
        next += 1
        return true
    }
}

extension UInt8 {
    fileprivate var closesNumber: Bool { self == UInt8(ascii: ".") || self == UInt8(ascii: ")") }
}
