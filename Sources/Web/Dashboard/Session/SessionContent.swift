import Domain

/// What `session.mustache` shows.
struct SessionContent {
    let id: String
    let path: String
    let status: String
    let eventsPath: String
    let position: Int
    let head: SessionHead
    let side: SessionSide
    let transcript: TranscriptView
    let followUp: FormField
    let problem: String?

    /// - Parameter form: a form that was refused.
    init(_ excerpt: SessionExcerpt, _ place: TranscriptPlace, for person: Colleague, form: FormState?, now: Timestamp) {
        let session = excerpt.session
        id = session.id.rawValue
        path = session.organizationID.path(of: session.id)
        status = session.status.rawValue
        eventsPath = "/api/sessions/\(session.id.rawValue)/events?organizationId=\(session.organizationID)"
        position = excerpt.position
        head = SessionHead(excerpt, for: person, form: form, now: now)
        side = SessionSide(excerpt, isOwner: person.role == .owner, now: now)
        transcript = TranscriptView(excerpt, place, now: now)
        followUp = (form ?? FormState()).field("content", "Follow-up", hint: "It sets an ended session to work again.")
        problem = form?.problem
    }
}

/// The top of a session's page: what it is, how it stands, what can be done with it.
struct SessionHead {
    let path: String
    let title: String
    /// As the page's title has it, with the state.
    let pageTitle: String
    let titleField: FormField
    let isRenaming: Bool
    let status: String
    let statusName: String
    let isActive: Bool
    let isArchived: Bool
    let failure: String?
    let retry: RetryForm?
    let pullRequest: PullRequestBadge?
    let author: String
    let initials: String
    let picture: String?
    let created: ShownTime
    let exportPath: String
    let deletePath: String?

    init(_ excerpt: SessionExcerpt, for person: Colleague, form: FormState?, now: Timestamp) {
        let session = excerpt.session
        retry = RetryForm(excerpt, form: form)
        path = session.organizationID.path(of: session.id)
        title = session.title
        pageTitle = session.pageTitle
        let field = (form ?? FormState()).field("title", "Title")
        isRenaming = field.error != nil
        titleField = isRenaming ? field : FormState(["title": session.title]).field("title", "Title")
        status = session.status.rawValue
        statusName = session.status.name
        isActive = session.status == .active
        isArchived = session.archivedAt != nil
        failure = session.failure
        pullRequest = session.pullRequest.map(PullRequestBadge.init)
        author = session.author.name
        initials = session.author.name.initials
        picture = session.author.imageURL
        created = ShownTime(session.createdAt, now: now)
        exportPath = "/api/sessions/\(session.id.rawValue)/export?organizationId=\(session.organizationID)"
        let mayDelete = session.mayBeDeleted(by: person.browser.user.id, as: person.role)
        deletePath = mayDelete ? "\(path)/delete" : nil
    }
}

extension Session {
    /// What stands in a browser's tab, the state first.
    var pageTitle: String { "\(archivedAt == nil ? status.name : "Archived"): \(title)" }
}
