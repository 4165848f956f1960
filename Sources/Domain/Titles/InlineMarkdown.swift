/// Reads the words of a block, without the marks of Markdown and HTML within a line.
///
/// It works on bytes: every mark is ASCII, and comparing graphemes costs twenty times as much.
struct InlineMarkdown {
    enum Links {
        /// An address becomes a short name, for titles.
        case named
        case asWritten
    }

    private let bytes: [UInt8]
    private let links: Links
    private let hidden: [Bool]
    private var position = 0
    private var words: [Word] = []
    private var current: [UInt8] = []
    private var currentKind = Word.Kind.plain
    private var isGlued = false

    static func words(of text: String, links: Links = .named) -> [Word] {
        var reader = InlineMarkdown(text, links)
        return reader.read()
    }

    private init(_ text: String, _ links: Links) {
        bytes = Array(text.utf8)
        self.links = links
        hidden = HiddenMarks.find(in: bytes)
    }

    private mutating func read() -> [Word] {
        while position < bytes.count {
            let byte = bytes[position]
            if hidden[position] {
                position += 1
            } else if byte == UInt8(ascii: " ") {
                finishWord()
                position += 1
            } else if byte == UInt8(ascii: "`"), let end = CodeSpan.end(in: bytes, from: position) {
                current += bytes[position..<end]
                currentKind = .code
                position = end
            } else if startsLink(with: byte) {
                appendLink()
            } else {
                current.append(byte)
                position += 1
                if byte > 0x7F && endsGluedSentence { finishWord(isNextGlued: true) }
            }
        }
        finishWord()
        return words
    }

    private mutating func finishWord(isNextGlued: Bool = false) {
        if !current.isEmpty {
            words.append(Word(String(decoding: current, as: UTF8.self), kind: currentKind, isGlued: isGlued))
        }
        current.removeAll(keepingCapacity: true)
        currentKind = .plain
        isGlued = isNextGlued
    }

    // MARK: Chinese and Japanese

    private static let fullStops = ["。", "！", "？", "｡"].map { Array($0.utf8) }
    private static let closingMarks = ["」", "』", "）", "”", "’", "！", "？", "。", "…"].map { Array($0.utf8) }

    /// A full stop of these languages ends a word too, for no space follows it; but not within a quotation.
    private var endsGluedSentence: Bool {
        guard position < bytes.count, Self.fullStops.contains(where: { current.suffix(3).elementsEqual($0) }) else {
            return false
        }
        let next = bytes[position...].prefix(3)
        return next.first != UInt8(ascii: " ") && !Self.closingMarks.contains { next.elementsEqual($0) }
    }

    // MARK: Links

    private func startsLink(with byte: UInt8) -> Bool {
        guard byte.isASCIILetter,
            current.last.map({ !$0.isASCIILetter && !$0.isASCIIDigit && $0 != UInt8(ascii: "/") }) ?? true
        else { return false }
        return LinkLabel.isLink(bytes[position...].prefix(16))
    }

    private mutating func appendLink() {
        var end = position
        while end < bytes.count, !hidden[end], bytes[end] < 0x80, !" <>\"`|".utf8.contains(bytes[end]) { end += 1 }
        while end > position + 1, ".,;:!?)]'*".utf8.contains(bytes[end - 1]), !closesParenthesis(end - 1) { end -= 1 }
        let link = String(decoding: bytes[position..<end], as: UTF8.self)
        if current.last == UInt8(ascii: "<") {
            current.removeLast()
            if end < bytes.count, bytes[end] == UInt8(ascii: ">") { end += 1 }
        }
        current += (links == .named ? LinkLabel.label(for: link) : link).utf8
        currentKind = .link
        position = end
    }

    /// A parenthesis that opens within the address belongs to it.
    private func closesParenthesis(_ index: Int) -> Bool {
        bytes[index] == UInt8(ascii: ")") && bytes[position..<index].contains(UInt8(ascii: "("))
    }
}
