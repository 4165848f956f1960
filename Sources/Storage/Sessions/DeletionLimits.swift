/// How much of a deleted session is removed in one transaction; all other changes wait for that.
package struct DeletionLimits: Sendable {
    /// Maximum number of lines and attached files.
    package var lines: Int
    /// Time limit, because lines may be long. It is checked after each line, so that at least one is removed.
    package var time: Duration

    package init(lines: Int, time: Duration) {
        self.lines = lines
        self.time = time
    }

    package static let standard = DeletionLimits(lines: 1000, time: .milliseconds(50))
}
