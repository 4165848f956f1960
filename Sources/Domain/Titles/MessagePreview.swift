/// The line that stands for a message in a list of sessions.
package enum MessagePreview {
    /// In graphemes.
    package static let maximumLength = 80

    /// The preview of a message without a visible character.
    package static let placeholder = "(no text)"

    private static let mark = "..."

    /// A short message as it stands; of a longer one its first sentence, with `...` for what follows.
    ///
    /// Short is one line, or some lines of plain text, that fit. The first sentence is freed of Markdown but for the
    /// backticks of code, which read well, and keeps an exclamation before it ("Done! I've opened PR #42...").
    package static func generate(from message: String) -> String {
        var filled = CleanLines(of: message).lazy.map(\.text).filter { !$0.isEmpty }.makeIterator()
        guard let first = filled.next() else { return placeholder }
        let isOneLine = filled.next() == nil
        if isOneLine, fits(first) { return first }
        var blocks = PreviewBlocks(of: message)
        if !isOneLine, let short = shortMessage(&blocks) { return short.isEmpty ? placeholder : short }
        guard let (sentence, hasMore) = opening(&blocks) else { return placeholder }
        guard hasMore else { return Clipping.clip(sentence, to: maximumLength, mark: mark) }
        let clipped = Clipping.clip(withoutClosing(sentence), to: maximumLength - mark.count, mark: "")
        return clipped + mark
    }

    /// The whole message on one line, white space folded, if it fits and has no structure that would be lost.
    private static func shortMessage(_ blocks: inout PreviewBlocks) -> String? {
        var line = ""
        while let (block, words) = blocks.next() {
            guard block.kind == .paragraph, words.count <= maximumLength else { return nil }
            if !line.isEmpty, words.first?.isGlued == false { line += " " }
            line += words.line(backticks: .kept)
            guard fits(line) else { return nil }
        }
        return line
    }

    private static func fits(_ text: String) -> Bool {
        text.utf8.count <= maximumLength || text.count <= maximumLength
    }

    /// The first sentence, after an exclamation or greeting if there is one; the first line of a message without any.
    private static func opening(_ blocks: inout PreviewBlocks) -> (sentence: String, hasMore: Bool)? {
        var opening: [Word] = []
        var firstLine: String?
        blocks.rewind()
        while let (block, words) = blocks.next() {
            if firstLine == nil { firstLine = block.text }
            guard isReadable(block, words) else { continue }
            var sentences = Sentences(of: words)
            while let sentence = sentences.next() {
                opening += sentence
                if Courtesies.isExclamation(sentence) { continue }
                return (opening.line(backticks: .kept), !sentences.isAtEnd || blocks.hasMore())
            }
        }
        return opening.isEmpty ? firstLine.map { ($0, true) } : (opening.line(backticks: .kept), false)
    }

    /// Whether a block is meant to be read, which a mere label such as "## Summary" is not.
    private static func isReadable(_ block: Block, _ words: [Word]) -> Bool {
        switch block.kind {
        case .code, .output, .quotation, .aside, .subject: false
        case .paragraph, .item, .checkbox, .heading: SectionLabel.role(ofWords: words[...]) == nil
        }
    }

    private static func withoutClosing(_ sentence: String) -> String {
        sentence.trimmingEnd { ".!?:;,…。！？：؟। ".unicodeScalars.contains($0) }
    }
}

/// The blocks of a message with their words, each made once, though they may be gone through twice.
private struct PreviewBlocks {
    private var blocks: Blocks
    private var read: [(Block, [Word])] = []
    private var position = 0

    /// More of a block than a preview can show.
    private static let enough = MessagePreview.maximumLength * 2

    init(of message: String) {
        blocks = Blocks(of: message, keepsContainers: true)
    }

    mutating func next() -> (Block, [Word])? {
        if position == read.count {
            guard let block = blocks.next() else { return nil }
            read.append((block, InlineMarkdown.words(of: block.text, links: .asWritten, enough: Self.enough)))
        }
        position += 1
        return read[position - 1]
    }

    mutating func rewind() {
        position = 0
    }

    mutating func hasMore() -> Bool {
        position < read.count || blocks.next() != nil
    }
}
