import Domain
import Synchronization

/// The sessions whose workspaces are being taken away right now, so that no run of theirs begins meanwhile, and those
/// whose rows are damaged, so that none begins until the next start. It needs no table: one process holds the database,
/// and what it was taking away when it ended is whole or gone.
final class HeldWorkspaces: Sendable {
    private let sessions = Mutex<Set<SessionID>>([])

    /// - Returns: `false` when somebody holds it already.
    func hold(_ session: SessionID) -> Bool {
        sessions.withLock { $0.insert(session).inserted }
    }

    func release(_ session: SessionID) {
        sessions.withLock { _ = $0.remove(session) }
    }

    func holds(_ session: SessionID) -> Bool {
        sessions.withLock { $0.contains(session) }
    }
}
