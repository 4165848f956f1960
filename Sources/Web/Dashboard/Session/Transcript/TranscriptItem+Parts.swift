import Domain
import Markdown

extension PromptItem {
    /// The length up to which a text isn't folded, in lines and in Unicode scalars.
    private static let longest = (lines: 12, scalars: 1500)

    /// - Parameter sent: the comments from which the text was generated.
    init(_ text: String, _ sent: CommentMessage? = nil, by author: Author?) {
        self.author = author?.name ?? "User"
        initials = self.author.initials
        hue = author?.id.hue ?? ""
        picture = author?.imageURL
        comments = (sent?.comments ?? []).map(SentCommentItem.init)
        self.text = ShortenedText(sent?.textOfPage ?? text, to: ShortenedText.maximumProse)
        isLong =
            self.text.text.unicodeScalars.count > Self.longest.scalars
            || self.text.text.utf8.count { $0 == UInt8(ascii: "\n") } >= Self.longest.lines
        html = Markdown.html(self.text.text, headingsFrom: AnswerItem.headingLevel)
    }
}

extension AnswerItem {
    /// The level of the first heading: below those of the page, the transcript and the messages.
    static let headingLevel = 4

    init(_ text: String) {
        let shortened = ShortenedText(text, to: ShortenedText.maximumProse)
        html = Markdown.html(shortened.text, headingsFrom: Self.headingLevel)
        omission = shortened.omission
    }
}

extension FoldedItem {
    init(_ title: String, _ text: String) {
        self.title = title
        preview = text.firstLine(to: 160)
        self.text = ShortenedText(text, to: ShortenedText.maximumProse)
    }
}

extension ToolResultItem {
    /// - Parameter sequence: of the message that it is part of.
    init(_ result: LineBlock.ToolResult, in sequence: Int) {
        callID = result.callID
        state = result.isError ? "failed" : "done"
        let text = Self.unwrapped(result.text)
        output = text.isBlank ? nil : ShortenedText(text, to: ShortenedText.maximumOutput)
        images = result.images.map { ShownImage($0, in: sequence) }
        isSilent = output == nil && images.isEmpty
        error = result.isError ? Self.firstLines(of: output?.text ?? "Failed without a message.") : nil
    }

    /// Removes the tag with which Claude Code marks its own errors for the model.
    private static func unwrapped(_ text: String) -> String {
        let (start, end) = ("<tool_use_error>", "</tool_use_error>")
        guard text.hasPrefix(start), text.hasSuffix(end) else { return text }
        return String(text.dropFirst(start.count).dropLast(end.count))
    }

    private static func firstLines(of text: String) -> String {
        text.split(separator: "\n").filter { !$0.allSatisfy(\.isWhitespace) }.prefix(3)
            .map { String($0).firstLine(to: 300) }.joined(separator: "\n")
    }
}
