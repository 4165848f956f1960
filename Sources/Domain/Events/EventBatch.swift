/// A range of the log: the requested events, and how far the log was read.
package struct EventBatch: Sendable {
    package let events: [Event]
    /// The number of the last entry read. Entries up to it that are not in `events` were not requested, or their
    /// subject no longer exists.
    package let end: Int
    /// Whether the log had entries after `end` when it was read.
    package let hasMore: Bool

    package init(events: [Event], end: Int, hasMore: Bool) {
        self.events = events
        self.end = end
        self.hasMore = hasMore
    }
}
