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
        if let short = shortMessage(message) { return short.isEmpty ? placeholder : short }
        guard let (sentence, hasMore) = opening(of: message) else { return placeholder }
        guard hasMore else { return Clipping.clip(sentence, to: maximumLength, mark: mark) }
        let clipped = Clipping.clip(withoutClosing(sentence), to: maximumLength - mark.count, mark: "")
        return clipped + mark
    }

    /// The whole message on one line, white space folded, if it fits and has no structure that would be lost.
    private static func shortMessage(_ message: String) -> String? {
        var filled = CleanLines(of: message).lazy.map(\.text).filter { !$0.isEmpty }.makeIterator()
        guard let first = filled.next() else { return "" }
        if filled.next() == nil { return fits(first) ? first : nil }
        var whole: [Word] = []
        for block in Blocks(of: message, keepsContainers: true) {
            guard block.kind == .paragraph, whole.count <= maximumLength else { return nil }
            whole += InlineMarkdown.words(of: block.text, links: .asWritten)
        }
        let line = whole.line(backticks: .kept)
        return fits(line) ? line : nil
    }

    private static func fits(_ text: String) -> Bool {
        text.utf8.count <= maximumLength || text.count <= maximumLength
    }

    /// The first sentence, after an exclamation or greeting if there is one; the first line of a message without any.
    private static func opening(of message: String) -> (sentence: String, hasMore: Bool)? {
        var opening: [Word] = []
        var firstLine: String?
        var blocks = Blocks(of: message, keepsContainers: true)
        while let block = blocks.next() {
            if firstLine == nil { firstLine = block.text }
            var sentences = readable(block)[...]
            while let sentence = sentences.popFirst() {
                opening += sentence
                if Courtesies.isExclamation(sentence) { continue }
                return (opening.line(backticks: .kept), !sentences.isEmpty || blocks.next() != nil)
            }
        }
        return opening.isEmpty ? firstLine.map { ($0, true) } : (opening.line(backticks: .kept), false)
    }

    /// The sentences of a block that is meant to be read; none of a mere label such as "## Summary".
    private static func readable(_ block: Block) -> [ArraySlice<Word>] {
        switch block.kind {
        case .code, .output, .quotation, .aside, .subject: return []
        case .paragraph, .item, .checkbox, .heading:
            let words = InlineMarkdown.words(of: block.text, links: .asWritten)
            return SectionLabel.role(ofWords: words[...]) == nil ? Sentences.split(words) : []
        }
    }

    private static func withoutClosing(_ sentence: String) -> String {
        sentence.trimmingEnd { ".!?:;,…。！？：؟। ".unicodeScalars.contains($0) }
    }
}
