/// The activity in an organization on one day, in UTC.
package struct DailyActivity: Equatable, Sendable {
    /// The midnight at which the day begins.
    package let day: Timestamp
    /// The number of sessions created on this day.
    package let sessions: Int
    /// The number of distinct pull requests merged on this day.
    package let merges: Int

    package init(day: Timestamp, sessions: Int, merges: Int) {
        self.day = day
        self.sessions = sessions
        self.merges = merges
    }
}

extension Timestamp {
    /// The midnight in UTC at which its day began.
    package var startOfDay: Timestamp {
        let day: Int64 = 86_400_000
        let remainder = milliseconds % day
        return Timestamp(milliseconds: milliseconds - (remainder < 0 ? remainder + day : remainder))
    }
}
