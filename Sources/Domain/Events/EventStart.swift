/// The position at which a reader of the log starts.
package struct EventStart: Equatable, Sendable {
    package let position: Int
    /// The number of the last entry.
    package let end: Int
    /// Whether the requested position isn't in the log, because it was pruned or is past the end: the reader then
    /// starts at the end.
    package let isReset: Bool

    package init(position: Int, end: Int, isReset: Bool) {
        self.position = position
        self.end = end
        self.isReset = isReset
    }
}
