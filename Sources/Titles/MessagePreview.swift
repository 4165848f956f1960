/// The one-line preview of a message in a list of sessions.
package enum MessagePreview {
    /// The maximum length in graphemes.
    package static let maximumLength = 80

    /// The preview of a message without a visible character.
    package static let placeholder = "(no text)"

    private static let mark = "..."

    /// Returns a short message unchanged; of a longer one the first sentence, with `...` if anything follows.
    ///
    /// A message is short if it is one line, or several lines of plain text, that fit. Markdown in the first sentence
    /// is removed, except for the backticks of code, which are readable; an exclamation before it is included ("Done!
    /// I've opened PR #42...").
    package static func generate(from message: String) -> String {
        var lines = CleanLines(of: message)
        guard let first = lines.nextFilled() else { return placeholder }
        let firstFits = fits(first.text)
        let isOneLine = !lines.hasFilled()
        if isOneLine, firstFits { return first.text }
        if !isOneLine, firstFits || InlineMarkdown.mayHide(in: first.text), let short = shortMessage(message) {
            return short.isEmpty ? placeholder : short
        }
        guard let (sentence, hasMore) = opening(of: message) else { return placeholder }
        guard hasMore else { return Clipping.clip(sentence, to: maximumLength, mark: mark) }
        let clipped = Clipping.clip(withoutClosing(sentence), to: maximumLength - mark.count, mark: "")
        return clipped + mark
    }

    /// The whole message on one line, with white space collapsed, if it fits and has no structure that would be lost;
    /// otherwise `nil`.
    private static func shortMessage(_ message: String) -> String? {
        var blocks = Blocks(of: message, keepsContainers: true)
        var line = ""
        while let block = blocks.next() {
            guard block.kind == .paragraph else { return nil }
            if !InlineMarkdown.mayHide(in: block.text), !fits(block.text) { return nil }
            let words = InlineMarkdown.words(of: block.text, links: .asWritten, enough: maximumLength * 2)
            if !line.isEmpty, words.first?.isGlued == false { line += " " }
            line += words.line(backticks: .kept)
            guard fits(line) else { return nil }
        }
        return line
    }

    private static func fits(_ text: String) -> Bool {
        !Clipping.exceeds(maximumLength, text)
    }

    /// The first sentence, including an exclamation or greeting before it; the first line of a message without
    /// sentences.
    private static func opening(of message: String) -> (sentence: String, hasMore: Bool)? {
        var opening: [Word] = []
        var firstLine: String?
        var blocks = Blocks(of: message, keepsContainers: true)
        while let block = blocks.next() {
            if firstLine == nil { firstLine = block.text }
            guard isReadable(block) else { continue }
            var sentences = Sentences(of: block.text, links: .asWritten)
            while let sentence = sentences.next() {
                opening += sentence
                if Courtesies.isExclamation(sentence) { continue }
                return (opening.line(backticks: .kept), !sentences.isAtEnd || blocks.next() != nil)
            }
        }
        return opening.isEmpty ? firstLine.map { ($0, true) } : (opening.line(backticks: .kept), false)
    }

    /// In bytes; labels are shorter.
    private static let longestLabel = 160

    /// Whether a block is text to read, and not just a label such as "## Summary".
    private static func isReadable(_ block: Block) -> Bool {
        switch block.kind {
        case .code, .output, .quotation, .aside, .subject: false
        case .paragraph, .item, .checkbox, .heading:
            block.text.utf8.count > longestLabel || !SectionLabel.mayBeLabel(block.text)
                || SectionLabel.role(ofWords: InlineMarkdown.words(of: block.text, links: .asWritten)[...]) == nil
        }
    }

    private static func withoutClosing(_ sentence: String) -> String {
        sentence.trimmingEnd { ".!?:;,…。！？：؟। ".unicodeScalars.contains($0) }
    }
}
