/// Numbers, and the span of time in which they change only with what is stored.
package struct TimedStats: Equatable, Sendable {
    package let stats: SessionStats
    /// From when they were counted on, up to and without `end`: then the window moves over the next thing.
    package let start: Timestamp
    package let end: Timestamp

    package init(stats: SessionStats, start: Timestamp, end: Timestamp) {
        self.stats = stats
        self.start = start
        self.end = end
    }

    package func hold(at time: Timestamp) -> Bool { start <= time && time < end }
}

/// How the week went for an organization, as the API shows it beside the list.
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
