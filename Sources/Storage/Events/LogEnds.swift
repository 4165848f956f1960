import Domain
import Synchronization

/// The end of each organization's part of the event log, known without reading the database. It includes every
/// acknowledged change.
final class LogEnds: Sendable {
    private struct State {
        var ends: [OrganizationID: Int] = [:]
        var end: Int
    }

    private let state: Mutex<State>

    /// - Parameter end: of the whole log.
    init(_ end: Int) {
        state = Mutex(State(end: end))
    }

    /// The number of an organization's last entry; for one without entries since the start, the end of the log at the
    /// start.
    func end(of organization: OrganizationID) -> Int {
        state.withLock { $0.ends[organization] ?? $0.end }
    }

    func advance(_ new: [OrganizationID: Int]) {
        state.withLock { state in
            state.ends.merge(new) { max($0, $1) }
        }
    }
}
