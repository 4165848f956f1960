import Domain

/// A session in the list, as `session-card.mustache` shows it.
struct SessionCard {
    let id: String
    let path: String
    let title: String
    let status: String
    let statusName: String
    let failure: String?
    let isArchived: Bool
    /// Since when it waits for a person.
    let waiting: ShownTime?
    let author: String
    let initials: String
    let picture: String?
    let repository: String?
    let branch: String?
    let pullRequest: PullRequestBadge?
    let messages: String
    let firstPreview: String?
    let lastPreview: String?
    let snippet: String?
    let created: ShownTime
    let updated: ShownTime

    init(_ listed: ListedSession, now: Timestamp) {
        let session = listed.session
        id = session.id.rawValue
        path = session.organizationID.path(of: session.id, at: listed.match?.sequence)
        title = session.title
        status = session.status.rawValue
        statusName = session.status.name
        failure = session.failure
        isArchived = session.archivedAt != nil
        waiting = session.waitingFor.map { ShownTime($0.since, now: now) }
        author = session.author.name
        initials = session.author.name.initials
        picture = session.author.imageURL
        repository = session.repository?.url.fullName
        branch = session.branch ?? session.repository?.baseBranch.description
        pullRequest = session.pullRequest.map(PullRequestBadge.init)
        messages = session.messageCount == 1 ? "1 message" : "\(session.messageCount) messages"
        firstPreview = session.firstMessagePreview
        lastPreview = session.lastMessagePreview
        snippet = listed.match?.snippet
        created = ShownTime(session.createdAt, now: now)
        updated = ShownTime(session.updatedAt, now: now)
    }
}

/// A pull request and its state, as a link.
struct PullRequestBadge {
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
    /// What people call it.
    var name: String {
        switch self {
        case .active: "Active"
        case .completed: "Completed"
        case .failed: "Failed"
        }
    }
}
