import Synchronization

/// Whether a command's time limit is paused, as while it waits for an answer.
final class WorkClock: Sendable {
    private let state = Mutex(false)

    var isStopped: Bool { state.withLock(\.self) }

    func set(isStopped: Bool) {
        state.withLock { $0 = isStopped }
    }
}
