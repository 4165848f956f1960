/// A host that a session's agent wanted to reach and didn't.
package struct RefusedHost: Equatable, Sendable {
    /// How many a session remembers, the first ones; others are not recorded.
    package static let maximumCount = 100

    package let destination: NetworkDestination
    package let reason: NetworkRefusal
    /// How often it tried.
    package let count: Int
    package let lastRefusedAt: Timestamp

    package init(destination: NetworkDestination, reason: NetworkRefusal, count: Int, lastRefusedAt: Timestamp) {
        self.destination = destination
        self.reason = reason
        self.count = count
        self.lastRefusedAt = lastRefusedAt
    }
}
