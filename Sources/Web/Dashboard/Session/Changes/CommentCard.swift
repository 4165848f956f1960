import Domain

/// The content of `diff-comment.mustache`: a comment, sent or not.
struct CommentCard {
    let id: String
    let place: DiffPosition
    /// Its number among all of the page's comments.
    let number: Int
    let author: String
    let initials: String
    /// The class for the avatar's color.
    let hue: String
    let picture: String?
    /// When it was sent, or else last changed.
    let made: ShownTime
    /// The message that it was sent with; `nil` for a draft.
    let messagePath: String?
    /// The file and the lines.
    let label: String
    /// The lines in words, such as `Lines 3–5`.
    let lines: String
    let text: ShortenedText
    /// The lines as they were when the comment was written.
    let quote: String
    /// Whether the quote is shown, because the lines aren't shown above the comment.
    var isQuoted: Bool
    let isOutdated: Bool
    /// Whether it is a draft of the reader.
    let isEditable: Bool
    let path: String
    /// The anchor to go to after it is deleted.
    let back: String
    let body: FormField
    let isEditing: Bool

    /// - Parameters:
    ///   - session: the address of a message in the conversation.
    ///   - path: the path of the page's comments.
    ///   - form: a form that was rejected, possibly for another comment.
    init(
        _ comment: DiffComment, number: Int, isOutdated: Bool, session: (Int) -> String, path: String, reader: UserID,
        form: FormState?,
        now: Timestamp
    ) {
        id = comment.id.rawValue
        place = comment.place
        self.number = number
        author = comment.author.name
        initials = comment.author.name.initials
        hue = comment.author.id.hue
        picture = comment.author.imageURL
        made = ShownTime(comment.sending?.time ?? comment.updatedAt, now: now)
        messagePath = comment.sending.map { session($0.sequence) }
        label = comment.place.label
        lines = comment.place.linesInWords
        text = ShortenedText(comment.body, to: ShortenedText.maximumProse)
        quote = ReadableText.clean(comment.quote)
        self.isOutdated = isOutdated
        isQuoted = isOutdated
        isEditable = comment.sending == nil && comment.author.id == reader
        self.path = "\(path)/\(comment.id)"
        back = DiffAnchor(comment.place).lineName
        let refused = form.flatMap { $0.field("comment", "").value == comment.id.rawValue ? $0 : nil }
        isEditing = refused != nil
        body = (refused ?? FormState(["body": comment.body])).field("body", "Comment")
    }

    /// Whether it was sent and its lines have changed since, so that it needs no attention.
    var isPast: Bool { isOutdated && messagePath != nil }

    /// A copy that shows the quote.
    var withQuote: CommentCard {
        var card = self
        card.isQuoted = true
        return card
    }
}

extension DiffPosition {
    /// Such as `Line 3` or `Lines 3–5 before the change`.
    var linesInWords: String {
        let numbers =
            lines.count == 1 ? "Line \(lines.lowerBound)" : "Lines \(lines.lowerBound)–\(lines.upperBound)"
        return side == .old ? "\(numbers) before the change" : numbers
    }
}
