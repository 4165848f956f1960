package import Domain
package import Storage
import Synchronization

/// A clock that stands still until a test changes it. It starts at 2026-02-11T10:00:00.000Z, the time used in the API
/// reference.
package final class TestClock: Sendable {
    private let time: Mutex<Timestamp>

    package init(_ start: Timestamp = Timestamp(milliseconds: 1_770_804_000_000)) {
        time = Mutex(start)
    }

    package var now: Timestamp { time.withLock { $0 } }

    package var clock: Clock { Clock { self.now } }

    package func advance(by duration: Duration) {
        time.withLock { $0 = $0 + duration }
    }

    package func set(_ moment: Timestamp) {
        time.withLock { $0 = moment }
    }
}
