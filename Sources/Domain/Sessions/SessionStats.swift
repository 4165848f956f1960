/// Statistics, and the span of time in which only changes of the stored data change them.
package struct TimedStats: Equatable, Sendable {
    package let stats: SessionStats
    /// Valid in `start..<end`; at `end` the next event enters or leaves the window.
    package let start: Timestamp
    package let end: Timestamp

    package init(stats: SessionStats, start: Timestamp, end: Timestamp) {
        self.stats = stats
        self.start = start
        self.end = end
    }

    /// Whether the statistics are valid at a time, as long as the stored data is unchanged.
    package func hold(at time: Timestamp) -> Bool { start <= time && time < end }
}

/// An organization's statistics for the past week, as the API returns them with the list.
package struct SessionStats: Equatable, Sendable {
    package let mergesPastWeek: Int
    package let authorsPastWeek: Int
    package let humansPastWeek: Int
    package let humansPromptingNow: Int

    package init(mergesPastWeek: Int, authorsPastWeek: Int, humansPastWeek: Int, humansPromptingNow: Int) {
        self.mergesPastWeek = mergesPastWeek
        self.authorsPastWeek = authorsPastWeek
        self.humansPastWeek = humansPastWeek
        self.humansPromptingNow = humansPromptingNow
    }
}
