import Domain

/// The content of `session-item.mustache`: a session in the list.
struct SessionListItem: Hashable {
    let id: String
    let path: String
    /// With the words marked that a search found.
    let title: [MatchedText.Piece]
    /// The whole title, in case it is cut.
    let wholeTitle: String
    let isUnread: Bool
    let state: SessionStateWords
    /// The text beside the state's symbol, shown with the clock; `nil` if the symbol is enough.
    let stateText: String?
    /// Why it failed.
    let reason: String?
    let isArchived: Bool
    let pullRequest: PullRequestBadge?
    let changes: LineCounts?
    let repository: String?
    let author: String
    let initials: String
    let picture: String?
    /// By which the list is ordered.
    let time: ShownTime
    /// The text around a search's match, with the words marked.
    let match: [MatchedText.Piece]
    let hasMatch: Bool

    static let rendered = RenderedParts<SessionListItem>(template: "session-item")

    init(_ listed: ListedSession, isUnread: Bool, query: SearchQuery?, order: SessionOrder, now: Timestamp) {
        let session = listed.session
        id = session.id.rawValue
        path = session.organizationID.path(of: session.id, at: listed.match?.sequence)
        title = (query.map { MatchedText(session.title, $0) } ?? MatchedText(session.title)).pieces
        wholeTitle = session.title
        self.isUnread = isUnread
        state = SessionStateWords(session, now: now)
        reason = session.state == .failed ? session.failure : nil
        stateText = session.state == .completed || reason != nil ? nil : state.sentence
        isArchived = session.archivedAt != nil
        pullRequest = session.pullRequest.map(PullRequestBadge.init)
        changes = session.run?.changes.map(LineCounts.init)
        repository = session.repository?.url.fullName
        author = session.author.name
        initials = session.author.name.initials
        picture = session.author.imageURL
        time = ShownTime(order.time(of: session), now: now)
        // A match in the title isn't shown a second time.
        let snippet = listed.match?.sequence == nil ? nil : listed.match?.snippet
        match = snippet.flatMap { text in query.map { MatchedText(text, $0).pieces } } ?? []
        hasMatch = !match.isEmpty
    }
}

/// A pull request and its state, as a link.
struct PullRequestBadge: Hashable {
    let address: String
    let number: Int
    let state: String

    init(_ pullRequest: PullRequest) {
        address = pullRequest.url.description
        number = pullRequest.number
        state = pullRequest.status.rawValue
    }
}

extension SessionStatus {
    /// The state's label.
    var name: String {
        switch self {
        case .active: "Active"
        case .completed: "Completed"
        case .failed: "Failed"
        }
    }
}
