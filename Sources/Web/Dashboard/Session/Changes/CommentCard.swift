import Domain

/// A draft of a comment, as `diff-comment.mustache` shows it.
struct CommentCard {
    let id: String
    let place: DiffPosition
    /// Its place among all of the session's drafts.
    let number: Int
    let author: String
    let initials: String
    /// The class of the avatar's color.
    let hue: String
    let picture: String?
    let made: ShownTime
    /// File and lines.
    let label: String
    /// What it is about, such as `Lines 3–5`.
    let lines: String
    let text: ShortenedText
    /// What stood at its place.
    let quote: String
    /// Whether that isn't to be seen above it.
    var isQuoted: Bool
    let isOutdated: Bool
    /// Whether it is the reader's own.
    let isOwn: Bool
    let path: String
    /// Where the page goes on when it is deleted.
    let back: String
    let body: FormField
    let isEditing: Bool

    /// - Parameters:
    ///   - path: of the page's comments.
    ///   - form: a form that was refused, which may be another's.
    init(
        _ comment: DiffComment, number: Int, isOutdated: Bool, path: String, reader: UserID, form: FormState?,
        now: Timestamp
    ) {
        id = comment.id.rawValue
        place = comment.place
        self.number = number
        author = comment.author.name
        initials = comment.author.name.initials
        hue = comment.author.id.hue
        picture = comment.author.imageURL
        made = ShownTime(comment.updatedAt, now: now)
        label = comment.place.label
        lines = comment.place.linesInWords
        text = ShortenedText(comment.body, to: ShortenedText.maximumProse)
        quote = ReadableText.clean(comment.quote)
        self.isOutdated = isOutdated
        isQuoted = isOutdated
        isOwn = comment.author.id == reader
        self.path = "\(path)/\(comment.id)"
        back = DiffAnchor(comment.place).lineName
        let refused = form.flatMap { $0.field("comment", "").value == comment.id.rawValue ? $0 : nil }
        isEditing = refused != nil
        body = (refused ?? FormState(["body": comment.body])).field("body", "Comment")
    }

    /// The same with what it is about.
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
