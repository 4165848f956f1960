import Domain

/// A comment on the changes that was sent to the agent.
struct SentCommentItem {
    /// File and lines.
    let label: String
    /// The start of what it says.
    let preview: String
    let isOutdated: Bool
    /// The name of its line within the page of the changes.
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
    /// What stands above the comments, which are shown one by one.
    var textOfPage: String {
        message ?? (comments.count == 1 ? "1 comment on the changes" : "\(comments.count) comments on the changes")
    }
}
