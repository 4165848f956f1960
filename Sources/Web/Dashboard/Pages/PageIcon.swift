import Domain

/// The icon in a browser's tab, which says how a session stands.
enum PageIcon: String {
    case plain = "icon"
    case working = "icon-working"
    case waiting = "icon-waiting"
    case completed = "icon-completed"
    case failed = "icon-failed"

    var address: String { PublicAssets.shared.linked("/assets/\(rawValue).svg") }

    /// The icon of a session's pages.
    init(of session: Session) {
        guard session.archivedAt == nil else {
            self = .plain
            return
        }
        switch session.state {
        case .queued, .cloning, .working, .publishing: self = .working
        case .waiting: self = session.waitingFor == nil ? .plain : .waiting
        case .completed: self = .completed
        case .failed: self = .failed
        case .stopped, .outside: self = .plain
        }
    }
}
