import Synchronization

/// Counts changes for those who keep what they have read: while the count is what it was before they read, it is true.
final class Revision: Sendable {
    private let count = Atomic(0)

    var current: Int { count.load(ordering: .acquiring) }

    func advance() {
        count.add(1, ordering: .acquiringAndReleasing)
    }
}
