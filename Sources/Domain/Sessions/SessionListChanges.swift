/// The changes of an organization's list of sessions since it was last read.
package struct SessionListChanges: Sendable {
    package enum Change: Sendable {
        /// The whole list, which replaces the old one.
        case all([Session])
        /// The new and changed sessions, and `nil` for removed ones.
        case some([SessionID: Session?])
    }

    package let change: Change
    /// The state that was read, for the next incremental read.
    package let mark: SessionListMark

    package init(change: Change, mark: SessionListMark) {
        self.change = change
        self.mark = mark
    }
}

/// Identifies a state of an organization's list of sessions, and has the organization's statistics.
package struct SessionListMark: Equatable, Sendable {
    /// The number of the last event that the state includes.
    package let position: Int
    /// Incremented whenever a user's name or picture may have changed.
    package let people: Int
    package let stats: TimedStats

    package init(position: Int, people: Int, stats: TimedStats) {
        self.position = position
        self.people = people
        self.stats = stats
    }
}
