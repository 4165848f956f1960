/// A host that a session's agent tried to reach and was refused.
package struct RefusedHost: Equatable, Sendable {
    /// The maximum per session. The first ones are recorded; later ones are not.
    package static let maximumCount = 100

    package let destination: NetworkDestination
    package let reason: NetworkRefusal
    /// The number of attempts.
    package let count: Int
    package let lastRefusedAt: Timestamp

    package init(destination: NetworkDestination, reason: NetworkRefusal, count: Int, lastRefusedAt: Timestamp) {
        self.destination = destination
        self.reason = reason
        self.count = count
        self.lastRefusedAt = lastRefusedAt
    }
}
