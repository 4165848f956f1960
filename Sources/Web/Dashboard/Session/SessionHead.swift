import Domain

/// The line that stays at the top of a session's pages: its name, how it stands, and what can be done with it.
struct SessionHead {
    let path: String
    let sessionsPath: String
    let title: String
    /// As the page's title has it, with the state.
    let pageTitle: String
    let titleField: FormField
    let isRenaming: Bool
    let status: String
    let state: HeadState
    let isActive: Bool
    let isArchived: Bool
    let isRetryable: Bool
    /// What happens to a message that is sent now; the placeholder of the field for it.
    let placeholder: String
    let exportPath: String
    let deletePath: String?

    /// - Parameter form: a form that was refused.
    init(_ excerpt: SessionExcerpt, for person: Colleague, form: FormState?, now: Timestamp) {
        let session = excerpt.session
        path = session.organizationID.path(of: session.id)
        sessionsPath = session.organizationID.sessionsPath
        title = session.title
        pageTitle = session.pageTitle
        let field = (form ?? FormState()).field("title", "Title")
        isRenaming = field.error != nil
        titleField = isRenaming ? field : FormState(["title": session.title]).field("title", "Title")
        status = session.status.rawValue
        state = HeadState(excerpt, now: now)
        isActive = session.status == .active
        isArchived = session.archivedAt != nil
        isRetryable = RetryForm.isOffered(for: excerpt)
        placeholder = Self.placeholder(for: excerpt)
        exportPath = "/api/sessions/\(session.id.rawValue)/export?organizationId=\(session.organizationID)"
        let mayDelete = session.mayBeDeleted(by: person.browser.user.id, as: person.role)
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

/// How a session stands, in a word.
struct HeadState {
    let label: String
    /// Of the style sheet: `neutral`, `busy`, `attention`, `good` or `bad`.
    let tone: String
    /// One character, for the eye only.
    let symbol: String

    init(_ excerpt: SessionExcerpt, now: Timestamp) {
        let session = excerpt.session
        (label, tone, symbol) =
            switch session.status {
            case .completed: ("Completed", "good", "✓")
            case .failed: session.isStopped ? ("Stopped", "neutral", "■") : ("Failed", "bad", "✕")
            case .active: session.waitingFor == nil ? ("Active", "busy", "◐") : ("Waits for you", "attention", "?")
            }
    }
}

extension Session {
    /// Whether a person ended it.
    var isStopped: Bool { status == .failed && failure?.hasPrefix("Stopped by ") == true }

    /// What stands in a browser's tab, the state first.
    var pageTitle: String {
        let state =
            archivedAt != nil ? "Archived" : waitingFor != nil ? "Waits for you" : isStopped ? "Stopped" : status.name
        return "\(state): \(title)"
    }
}
