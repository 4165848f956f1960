/// A stretch of the log: the events that were asked for, and how far it has been read for them.
package struct EventBatch: Sendable {
    package let events: [Event]
    /// Everything up to and including this number is in `events`, wasn't asked for, or tells of what is gone.
    package let end: Int
    /// Whether the log went on after `end` when it was read.
    package let hasMore: Bool

    package init(events: [Event], end: Int, hasMore: Bool) {
        self.events = events
        self.end = end
        self.hasMore = hasMore
    }
}
