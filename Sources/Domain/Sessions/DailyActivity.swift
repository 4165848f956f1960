/// What happened in an organization on one day, in UTC.
package struct DailyActivity: Equatable, Sendable {
    /// The day's midnight.
    package let day: Timestamp
    /// Sessions created on it.
    package let sessions: Int
    /// Pull requests merged on it, each once.
    package let merges: Int

    package init(day: Timestamp, sessions: Int, merges: Int) {
        self.day = day
        self.sessions = sessions
        self.merges = merges
    }
}

extension Timestamp {
    /// The midnight in UTC that began its day.
    package var startOfDay: Timestamp {
        let day: Int64 = 86_400_000
        let remainder = milliseconds % day
        return Timestamp(milliseconds: milliseconds - (remainder < 0 ? remainder + day : remainder))
    }
}
