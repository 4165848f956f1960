import Synchronization

/// Whether the time of a command counts. It doesn't while the command waits for people.
final class WorkClock: Sendable {
    private let state = Mutex(false)

    var isStopped: Bool { state.withLock(\.self) }

    func set(isStopped: Bool) {
        state.withLock { $0 = isStopped }
    }
}
