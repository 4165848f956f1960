import Domain

/// The line at the top of a session's pages, which stays in view: its title, state and actions.
struct SessionHead {
    let path: String
    let sessionsPath: String
    let title: String
    /// The page's title, which includes the state.
    let pageTitle: String
    let icon: PageIcon
    let iconPath: String
    let titleField: FormField
    let isRenaming: Bool
    let status: String
    let state: SessionStateWords
    let isActive: Bool
    let isArchived: Bool
    let isRetryable: Bool
    /// The placeholder of the message field, which says what happens to a message that is sent now.
    let placeholder: String
    let exportPath: String
    let deletePath: String?
    /// The end of the addresses of forms after which the page of the changes is shown again; empty on the session's
    /// page.
    let returnQuery: String

    /// The query that names the page of the changes.
    static let changesQuery = "?from=changes"

    /// - Parameter form: a form that was rejected.
    init(
        _ excerpt: SessionExcerpt, for reader: SessionReader, form: FormState?, isOnChanges: Bool = false,
        now: Timestamp
    ) {
        returnQuery = isOnChanges ? Self.changesQuery : ""
        let session = excerpt.session
        path = session.organizationID.path(of: session.id)
        sessionsPath = session.organizationID.sessionsPath
        title = session.title
        let state = SessionStateWords(session, now: now)
        self.state = state
        pageTitle = "\(session.archivedAt == nil ? state.sentence : "Archived"): \(session.title)"
        icon = PageIcon(of: session)
        iconPath = icon.address
        let field = (form ?? FormState()).field("title", "Title")
        isRenaming = field.error != nil
        titleField = isRenaming ? field : FormState(["title": session.title]).field("title", "Title")
        status = session.status.rawValue
        isActive = session.status == .active
        isArchived = session.archivedAt != nil
        isRetryable = RetryForm.isOffered(for: excerpt)
        placeholder = Self.placeholder(for: excerpt)
        exportPath = "/api/sessions/\(session.id.rawValue)/export?organizationId=\(session.organizationID)"
        let mayDelete = session.mayBeDeleted(by: reader.user, as: reader.role)
        deletePath = mayDelete ? "\(path)/delete" : nil
    }

    private static func placeholder(for excerpt: SessionExcerpt) -> String {
        if !excerpt.requests.isEmpty { return "Reply… the agent reads it after your answer above" }
        return switch excerpt.run?.stage {
        case .working, .publishing: "Reply… the agent reads it when its turn ends"
        case .queued, .cloning, .preparing: "Reply… the agent reads it when it starts"
        case .ended, .waiting: "Ask for a change… the agent continues on the same branch"
        case nil: "Write a message…"
        }
    }
}
