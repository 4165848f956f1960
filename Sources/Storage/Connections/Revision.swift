import Synchronization

/// Counts changes, for caches: values read while the count was the same as now are still valid.
final class Revision: Sendable {
    private let count = Atomic(0)

    var current: Int { count.load(ordering: .acquiring) }

    func advance() {
        count.add(1, ordering: .acquiringAndReleasing)
    }
}
