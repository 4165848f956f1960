/// Reads the words of a block, without the inline markup of Markdown and HTML.
///
/// It works on bytes: all markup is ASCII, and comparing graphemes takes twenty times as long.
struct InlineMarkdown: IteratorProtocol {
    enum Links {
        /// URLs become short names, for titles.
        case named
        case asWritten
    }

    private let bytes: [UInt8]
    private let links: Links
    /// One flag per byte; empty if nothing is hidden.
    private let hidden: [Bool]
    /// Whether the text can contain a URL.
    private let mayHaveLinks: Bool
    private var position = 0
    private var current: [UInt8] = []
    private var currentKind = Word.Kind.plain
    private var isGlued = false
    /// Words that are already known, in reverse order.
    private var known: [Word] = []

    /// - Parameter enough: reading may stop after this number of visible ASCII characters.
    static func words(of text: String, links: Links = .named, enough: Int = .max) -> [Word] {
        var reader = InlineMarkdown(text, links)
        var words: [Word] = []
        words.reserveCapacity(min(text.utf8.count, enough) / 5 + 1)
        var visible = 0
        while visible < enough, let word = reader.next() {
            words.append(word)
            visible += word.isASCII ? word.text.utf8.count + 1 : 0
        }
        return words
    }

    init(_ text: String, _ links: Links) {
        bytes = Array(PastedHTML.withEntitiesDecoded(text).utf8)
        self.links = links
        var hasMarks = false
        var hasLinks = false
        for byte in bytes {
            switch byte {
            case UInt8(ascii: "`"), UInt8(ascii: "\\"), UInt8(ascii: "["), UInt8(ascii: "*"), UInt8(ascii: "_"),
                UInt8(ascii: "~"), UInt8(ascii: "<"):
                hasMarks = true
            case UInt8(ascii: "/"), UInt8(ascii: "@"): hasLinks = true
            default: break
            }
        }
        hidden = hasMarks ? HiddenMarks.find(in: bytes) : []
        mayHaveLinks = hasLinks
    }

    /// Whether any part of the text might be markup that isn't shown.
    static func mayHide(in text: String) -> Bool {
        text.utf8.contains { byte in
            switch byte {
            case UInt8(ascii: "\\"), UInt8(ascii: "["), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"),
                UInt8(ascii: "<"), UInt8(ascii: "&"):
                true
            default: false
            }
        }
    }

    /// Returns words that are already known.
    init(_ words: [Word]) {
        bytes = []
        links = .asWritten
        hidden = []
        mayHaveLinks = false
        known = words.reversed()
    }

    private func isHidden(_ position: Int) -> Bool {
        !hidden.isEmpty && hidden[position]
    }

    mutating func next() -> Word? {
        if let word = known.popLast() { return word }
        while position < bytes.count {
            let byte = bytes[position]
            if isHidden(position) {
                let endsLine = byte == UInt8(ascii: "<") && PastedHTML.isBlockTag(bytes[position...].prefix(12))
                position += 1
                if endsLine, let word = finishedWord() { return word }
            } else if byte == UInt8(ascii: " ") {
                position += 1
                if let word = finishedWord() { return word }
            } else if byte == UInt8(ascii: "`"), let end = CodeSpan.end(in: bytes, from: position) {
                current += bytes[position..<end]
                currentKind = .code
                position = end
            } else if mayHaveLinks, startsLink(with: byte) {
                appendLink()
            } else {
                current.append(byte)
                position += 1
                if byte > 0x7F, endsGluedSentence, let word = finishedWord(isNextGlued: true) { return word }
            }
        }
        return finishedWord()
    }

    private mutating func finishedWord(isNextGlued: Bool = false) -> Word? {
        defer {
            current.removeAll(keepingCapacity: true)
            currentKind = .plain
            isGlued = isNextGlued
        }
        guard let first = current.first, let last = current.last else { return nil }
        let text = String(decoding: current, as: UTF8.self)
        let key = currentKind == .plain ? WordKey.key(of: &current) ?? text : text
        return Word(text, key: key, kind: currentKind, isGlued: isGlued, ends: (first, last))
    }

    // MARK: Chinese and Japanese

    private static let fullStops = ["。", "！", "？", "｡"].map { Array($0.utf8) }
    private static let closingMarks = ["」", "』", "）", "”", "’", "！", "？", "。", "…"].map { Array($0.utf8) }

    /// Whether a full stop of these languages ends the word here, since no space follows it; but not within a
    /// quotation.
    private var endsGluedSentence: Bool {
        guard let last = current.last, [0x82, 0x81, 0x9F, 0xA1].contains(last), position < bytes.count,
            Self.fullStops.contains(where: { current.suffix(3).elementsEqual($0) })
        else { return false }
        let next = bytes[position...].prefix(3)
        return next.first != UInt8(ascii: " ") && !Self.closingMarks.contains { next.elementsEqual($0) }
    }

    // MARK: Links

    private func startsLink(with byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "h"), UInt8(ascii: "H"), UInt8(ascii: "s"), UInt8(ascii: "g"), UInt8(ascii: "f"),
            UInt8(ascii: "w"), UInt8(ascii: "b"), UInt8(ascii: "c"):
            break
        default: return false
        }
        if let last = current.last, last.isASCIILetter || last.isASCIIDigit || last == UInt8(ascii: "/") {
            return false
        }
        return LinkLabel.isLink(bytes[position...].prefix(16))
    }

    private mutating func appendLink() {
        var end = position
        while end < bytes.count, !isHidden(end), bytes[end] < 0x80, !" <>\"`|".utf8.contains(bytes[end]) { end += 1 }
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

    /// A closing parenthesis belongs to the URL if it was opened in the URL.
    private func closesParenthesis(_ index: Int) -> Bool {
        bytes[index] == UInt8(ascii: ")") && bytes[position..<index].contains(UInt8(ascii: "("))
    }
}
