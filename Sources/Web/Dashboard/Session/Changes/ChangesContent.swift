import Domain

/// The content of `changes.mustache`.
struct ChangesContent {
    let head: SessionHead
    let facts: SessionFacts
    let layout: DiffLayoutLinks
    /// The end of this page's addresses, which keeps the current layout.
    let query: String
    /// The page's address without a query.
    let here: String
    let columns: Int
    let summary: String
    let patchPath: String?
    let problem: String?
    let files: [FileDiff]
    /// Comments on files that are no longer changed.
    let lostComments: [CommentCard]
    /// A rejected form whose line isn't shown.
    let lostForm: CommentForm?
    /// The form that the page's script shows below a line.
    let blankForm: CommentForm
    let send: SendCommentsForm?

    /// - Parameters:
    ///   - excerpt: the session and its state; its messages aren't shown.
    ///   - anchor: the line below which the form is shown.
    ///   - form: a form that was rejected.
    init(
        _ review: SessionReview, _ patch: DiffPatch, in excerpt: SessionExcerpt, for person: Colleague,
        as layout: DiffLayout, at anchor: DiffAnchor?, form: FormState?, now: Timestamp
    ) {
        let (session, changes) = (review.session, review.changes)
        head = SessionHead(excerpt, for: SessionReader(person), form: nil, now: now)
        facts = SessionFacts(excerpt, on: changes.count, now: now)
        self.layout = DiffLayoutLinks(layout)
        query = layout.query
        here = query.isEmpty ? "?" : query
        columns = layout.isSplit ? 4 : 3
        let page = session.organizationID.path(of: session.id)
        summary = changes.count.fileWords
        patchPath =
            changes.isCut
            ? nil : "/api/sessions/\(session.id.rawValue)/patch?organizationId=\(session.organizationID)"
        let comments = "\(page)/changes/comments"
        let outdated = patch.outdated(among: review.drafts.filter { $0.version != review.version })
        let cards = review.drafts.enumerated().map { number, draft in
            CommentCard(
                draft, number: number, isOutdated: outdated.contains(draft.id),
                path: comments, reader: person.browser.user.id, form: form, now: now)
        }
        let wanted = anchor.flatMap { anchor in
            patch.files.first { DiffAnchor.name(of: $0.change.path) == anchor.file }.map { file in
                DiffPosition(path: file.change.path, side: anchor.side, lines: anchor.lines)
            }
        }
        let refused = CommentForm(refused: form, version: review.version, path: comments)
        let open = refused ?? wanted.map { CommentForm(at: $0, version: review.version, path: comments) }
        files = FileDiff.list(
            patch, DiffRemarks(comments: Dictionary(grouping: cards, by: \.place.path), form: open), layout)
        let paths = Set(files.map(\.name))
        lostComments = cards.filter { !paths.contains($0.place.path) }
        let isPlaced = files.contains { $0.parts.contains { $0.form != nil } }
        lostForm = isPlaced ? nil : refused
        let isLost = anchor != nil && !isPlaced
        problem = form?.problem ?? (isLost ? "That line is no longer shown here." : nil)
        blankForm = CommentForm(
            at: DiffPosition(path: "", side: .new, lines: 0...0), version: review.version, path: comments)
        send = SendCommentsForm(cards, path: comments, form: form)
    }
}

/// The form that sends the reader's comments.
struct SendCommentsForm {
    let path: String
    /// Such as `Send 2 comments`.
    let button: String
    /// Such as `2 of your comments are not sent yet`.
    let summary: String
    let message: FormField

    /// - Returns: `nil` when the reader has none.
    init?(_ cards: [CommentCard], path: String, form: FormState?) {
        let count = cards.count(where: \.isOwn)
        guard count > 0 else { return nil }
        self.path = "\(path)/send"
        button = count == 1 ? "Send 1 comment" : "Send \(count) comments"
        summary = count == 1 ? "1 of your comments isn't sent yet" : "\(count) of your comments aren't sent yet"
        message = (form ?? FormState()).field("message", "Message", isRequired: false)
    }
}
