/// What became of an organization's list of sessions since it was read last.
package struct SessionListChanges: Sendable {
    package enum Change: Sendable {
        /// The list as a whole.
        case all([Session])
        /// The sessions that are new or changed, and with `nil` those that are gone.
        case some([SessionID: Session?])
    }

    package let change: Change
    /// What was read up to, for asking again.
    package let mark: SessionListMark

    package init(change: Change, mark: SessionListMark) {
        self.change = change
        self.mark = mark
    }
}

/// Stands for the state of an organization's list of sessions, and has its numbers.
package struct SessionListMark: Equatable, Sendable {
    /// The number of the last entry of the event log that it takes into account.
    package let position: Int
    /// Advances whenever authors may be called otherwise.
    package let people: Int
    package let stats: TimedStats

    package init(position: Int, people: Int, stats: TimedStats) {
        self.position = position
        self.people = people
        self.stats = stats
    }
}
