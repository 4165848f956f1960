/// A span of time that ends now: after `start`, up to and including `end`.
package struct StatsWindow: Equatable, Sendable {
    package let start: Timestamp
    package let end: Timestamp

    package var length: Duration { .milliseconds(end.milliseconds - start.milliseconds) }

    /// The 7 × 24 hours up to now.
    package static func week(until now: Timestamp) -> Self {
        Self(start: now - .seconds(7 * 86_400), end: now)
    }

    /// The past five minutes: a person who sent a message in it counts as prompting now.
    package static func prompting(until now: Timestamp) -> Self {
        Self(start: now - .seconds(300), end: now)
    }
}
