/// Where a reader of the log starts.
package struct EventStart: Equatable, Sendable {
    package let position: Int
    /// The last number of the log.
    package let end: Int
    /// The position that was asked for isn't in the log any more, or not yet: the reader goes on from the end.
    package let isReset: Bool

    package init(position: Int, end: Int, isReset: Bool) {
        self.position = position
        self.end = end
        self.isReset = isReset
    }
}
