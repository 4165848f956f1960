import Domain

/// What `session.mustache` shows.
struct SessionContent {
    let id: String
    let path: String
    let status: String
    let eventsPath: String
    let commandsPath: String
    let position: Int
    let head: SessionHead
    let side: SessionSide
    let transcript: TranscriptView
    let requests: [RequestCard]
    let queued: [QueuedMessage]
    let hasQueued: Bool
    let choices: SessionChoicesForm
    let interrupt: CheckField?
    let followUp: FormField
    let attachments: AttachmentField
    let problem: String?

    /// - Parameters:
    ///   - models: what the operator offers.
    ///   - form: a form that was refused.
    ///   - files: those that it has uploaded.
    init(
        _ excerpt: SessionExcerpt, _ place: TranscriptPosition, for person: Colleague, models: [ModelChoice],
        form: FormState?, files: [Attachment] = [], now: Timestamp
    ) {
        let session = excerpt.session
        id = session.id.rawValue
        path = session.organizationID.path(of: session.id)
        status = session.status.rawValue
        eventsPath = "/api/sessions/\(session.id.rawValue)/events?organizationId=\(session.organizationID)"
        commandsPath = "/api/sessions/\(session.id.rawValue)/commands?organizationId=\(session.organizationID)"
        position = excerpt.position
        head = SessionHead(excerpt, for: person, models: models, form: form, now: now)
        side = SessionSide(excerpt, isOwner: person.role == .owner, now: now)
        transcript = TranscriptView(excerpt, place, now: now)
        requests = excerpt.requests.map { RequestCard($0, of: session, form: form, now: now) }
        // The message that a session begins with can't be taken back.
        queued = excerpt.queued.filter { $0.sequence > 1 }.map {
            QueuedMessage($0, with: excerpt.attachments, of: session, for: person)
        }
        hasQueued = !queued.isEmpty
        choices = SessionChoicesForm(session, models: models, form: form)
        interrupt = Self.interrupt(excerpt, form ?? FormState())
        followUp = (form ?? FormState()).field("content", "Follow-up", hint: Self.hint(for: excerpt))
        attachments = AttachmentField(form ?? FormState(), files, in: session.organizationID)
        problem = form?.problem
    }

    private static func hint(for excerpt: SessionExcerpt) -> String {
        if !excerpt.requests.isEmpty { return "It is said after your answer above." }
        return switch excerpt.run?.stage {
        case .working, .publishing: "It is said when the agent has finished what it is at."
        case .queued, .cloning, .preparing: "It is said once the agent has begun."
        default: "It sets an ended session to work again."
        }
    }

    /// Offered while the agent is at something.
    private static func interrupt(_ excerpt: SessionExcerpt, _ form: FormState) -> CheckField? {
        let isWaiting = excerpt.run?.stage == .waiting
        guard isWaiting || excerpt.run?.stage == .working else { return nil }
        let label = isWaiting ? "Say it now, instead of an answer" : "Interrupt the agent and say it now"
        return CheckField(form.field("now", label, isRequired: false))
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
    /// Since when it waits for a person.
    let waiting: ShownTime?
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

    init(_ excerpt: SessionExcerpt, for person: Colleague, models: [ModelChoice], form: FormState?, now: Timestamp) {
        let session = excerpt.session
        retry = RetryForm(excerpt, models: models, form: form)
        path = session.organizationID.path(of: session.id)
        title = session.title
        pageTitle = session.pageTitle
        let field = (form ?? FormState()).field("title", "Title")
        isRenaming = field.error != nil
        titleField = isRenaming ? field : FormState(["title": session.title]).field("title", "Title")
        status = session.status.rawValue
        statusName = session.status.name
        isActive = session.status == .active
        waiting = session.waitingFor.map { ShownTime($0.since, now: now) }
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
    var pageTitle: String {
        let state = archivedAt != nil ? "Archived" : waitingFor != nil ? "Waits for you" : status.name
        return "\(state): \(title)"
    }
}
