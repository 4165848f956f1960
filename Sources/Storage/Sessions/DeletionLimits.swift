/// How much of a deleted session is removed in one transaction, for which everybody else's changes wait.
package struct DeletionLimits: Sendable {
    package var lines: Int
    /// Lines may be long. It is looked at after each, so that at least one goes.
    package var time: Duration

    package init(lines: Int, time: Duration) {
        self.lines = lines
        self.time = time
    }

    package static let standard = DeletionLimits(lines: 1000, time: .milliseconds(50))
}
