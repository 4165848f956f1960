import Domain
import Synchronization

/// The sessions whose workspaces are being removed at this moment, so that none of their runs starts meanwhile; and
/// those whose rows are damaged, so that none of their runs starts before the next server start. No table is needed:
/// only one process uses the database, and a workspace whose removal was interrupted is either intact or gone.
final class HeldWorkspaces: Sendable {
    private let sessions = Mutex<Set<SessionID>>([])

    /// - Returns: `false` when the session is held already.
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
