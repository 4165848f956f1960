import Domain

/// A comment on the changes that was sent to the agent.
struct SentCommentItem {
    /// The file and the lines.
    let label: String
    /// The beginning of its text.
    let preview: String
    let isOutdated: Bool
    /// The anchor of its line on the changes page.
    let anchor: String
    let lines: String
    let quote: String
    let text: ShortenedText

    init(_ comment: CommentMessage.Comment) {
        label = comment.place.label
        preview = comment.body.firstLine(to: 160)
        isOutdated = comment.isOutdated == true
        anchor = DiffAnchor(comment.place).lineName
        lines = comment.place.linesInWords
        quote = ReadableText.clean(comment.quote)
        text = ShortenedText(comment.body, to: ShortenedText.maximumProse)
    }
}

extension CommentMessage {
    /// The text above the comments, which are shown separately.
    var textOfPage: String {
        message ?? (comments.count == 1 ? "1 comment on the changes" : "\(comments.count) comments on the changes")
    }
}
