/// The blocks of a message in order, read lazily: a small Markdown parser that also recognizes pasted content.
struct Blocks: Sequence, IteratorProtocol {
    /// In bytes. A longer paragraph is split, to bound the work for each.
    private static let maximumParagraph = 2_000

    private var lines: ContainerReader
    private var pending: Block?
    private var context = Context.text
    private var isAfterBlank = true
    private var isAtStart = true

    private enum Context: Equatable {
        case text, comment, frontMatter, forwardedMail
        case fence(Fence)
    }

    /// - Parameter keepsContainers: whether lines are unchanged, with mail headers and the names in chats.
    init(of message: String, keepsContainers: Bool = false) {
        lines = ContainerReader(of: message, keepsContainers: keepsContainers)
    }

    mutating func next() -> Block? {
        while let item = lines.next() {
            guard var block = block(for: item) else {
                isAfterBlank = true
                continue
            }
            block.isAfterBlank = isAfterBlank
            isAfterBlank = false
            if let open = pending, open.text.utf8.count < Self.maximumParagraph, open.isContinued(by: block) {
                pending?.text += " " + block.text
                pending?.lineCount += 1
            } else if let finished = replacePending(with: block) {
                return finished
            }
        }
        return replacePending(with: nil)
    }

    private mutating func replacePending(with block: Block?) -> Block? {
        defer { pending = block }
        return pending
    }

    private mutating func block(for item: ContainerReader.Item) -> Block? {
        switch item {
        case .line(let line): return block(for: line)
        case .subject(let text):
            isAtStart = false
            return Block(kind: .subject, text: text)
        }
    }

    /// Returns `nil` for a line that only separates others.
    private mutating func block(for line: Line) -> Block? {
        let isFirst = isAtStart
        if !line.text.isEmpty { isAtStart = false }
        switch context {
        case .fence(let fence):
            return blockInFence(fence, line)
        case .comment:
            return blockInText(withoutComments(line))
        case .frontMatter:
            if line.text == "---" { context = .text }
            return line.text == "---" ? nil : Block(kind: .aside, text: line.text)
        case .forwardedMail:
            return line.text.isEmpty ? nil : forwarded(line.text)
        case .text:
            if isFirst && line.text == "---" {
                context = .frontMatter
                return nil
            }
            return blockInText(withoutComments(line))
        }
    }

    private mutating func blockInFence(_ fence: Fence, _ line: Line) -> Block? {
        guard let rest = fence.textAfterClosing(line.text) else {
            return line.text.isEmpty ? nil : Block(kind: .code, text: line.text, indentation: line.indentation)
        }
        context = .text
        return blockInText(Line(text: rest, indentation: 0))
    }

    private mutating func blockInText(_ line: Line) -> Block? {
        guard !line.text.isEmpty else { return nil }
        if line.marks.contains(.fence), let (before, fence) = Fence.opening(line.text) {
            context = .fence(fence)
            return before.isEmpty ? nil : Block(kind: .paragraph, text: before)
        }
        if MailMarks.startsForwardedMail(line.text) {
            context = .forwardedMail
            return nil
        }
        if let underlined = pending, underlined.kind == .paragraph, !isAfterBlank, line.text.isUnderline {
            pending?.kind = .heading
            pending?.level = line.text.utf8.first == UInt8(ascii: "=") ? 1 : 2
            return nil
        }
        if line.text.isRule { return nil }
        let block = LineClassifier.block(for: line, after: isAfterBlank ? nil : pending?.kind)
        return block.kind == .quotation && block.text.isEmpty ? nil : block
    }

    /// Of the headers of a forwarded mail, only the subject is useful.
    private func forwarded(_ text: String) -> Block? {
        switch MailHead.field(text) {
        case .subject(let subject): Block(kind: .quotation, text: subject)
        case .other: nil
        case nil: Block(kind: .quotation, text: text)
        }
    }

    /// The line without its HTML comments, which may begin here and end many lines later.
    private mutating func withoutComments(_ line: Line) -> Line {
        guard context == .comment || line.marks.contains(.tag) && line.text.holds("<!--") else { return line }
        var rest = line.text[...]
        var kept: [String] = []
        while true {
            if context == .comment {
                guard let close = rest.firstPlace(of: "-->") else { break }
                rest = rest[close.upperBound...]
                context = .text
            }
            let open = rest.firstPlace(of: "<!--")
            kept.append(rest[..<(open?.lowerBound ?? rest.endIndex)].trimming { $0 == " " })
            guard let open else { break }
            rest = rest[open.upperBound...]
            context = .comment
        }
        return Line(text: kept.filter { !$0.isEmpty }.joined(separator: " "), indentation: line.indentation)
    }
}
