import Domain

/// The line below a session's head: its repository, model and results.
struct SessionFacts {
    let repository: String?
    let repositoryAddress: String?
    let baseBranch: String?
    /// The agent's working branch.
    let branch: String?
    let author: String
    let initials: String
    let hue: String
    let picture: String?
    let model: String
    /// Such as `$0.42`; `nil` until the agent reports a cost.
    let cost: String?
    let pullRequest: PullRequestBadge?
    let created: ShownTime
    let tabs: SessionTabs?

    /// - Parameter changes: the number of changes, on the changes page.
    init(_ excerpt: SessionExcerpt, on changes: ChangeCount? = nil, now: Timestamp) {
        let session = excerpt.session
        repository = session.repository?.url.fullName
        repositoryAddress = session.repository?.url.description
        baseBranch = session.repository?.baseBranch.description
        branch = session.branch
        author = session.author.name
        initials = session.author.name.initials
        hue = session.author.id.hue
        picture = session.author.imageURL
        model = session.model
        let dollars = excerpt.run?.usage.costUSD ?? 0
        cost = dollars > 0 ? RunEndItem.price(dollars: dollars) : nil
        pullRequest = session.pullRequest.map(PullRequestBadge.init)
        created = ShownTime(session.createdAt, now: now)
        tabs = (changes ?? excerpt.run?.changes).map { SessionTabs(session, $0, isOfChanges: changes != nil) }
    }
}

/// Links between a session's pages.
struct SessionTabs {
    let path: String
    /// The number of changed files.
    let files: Int
    let isOfChanges: Bool

    init(_ session: Session, _ changes: ChangeCount, isOfChanges: Bool) {
        path = session.organizationID.path(of: session.id)
        files = changes.files
        self.isOfChanges = isOfChanges
    }
}
