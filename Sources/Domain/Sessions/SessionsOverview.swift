/// An organization's sessions as the dashboard shows them, all at one moment.
package struct SessionsOverview: Sendable {
    package let stats: SessionStats
    /// The last weeks, a day each, the oldest first.
    package let activity: [DailyActivity]
    package let sessions: [ListedSession]
    /// Why there may be sessions that a search should have found too.
    package let searchLimit: SearchLimit?
    package let choices: SessionChoices
    package let members: [OrganizationMember]
    /// Whether there is any session, whatever the filter.
    package let hasSessions: Bool
    /// The end of the event log: news after it isn't shown here.
    package let position: Int

    package init(
        stats: SessionStats,
        activity: [DailyActivity],
        sessions: [ListedSession],
        searchLimit: SearchLimit?,
        choices: SessionChoices,
        members: [OrganizationMember],
        hasSessions: Bool,
        position: Int
    ) {
        self.stats = stats
        self.activity = activity
        self.sessions = sessions
        self.searchLimit = searchLimit
        self.choices = choices
        self.members = members
        self.hasSessions = hasSessions
        self.position = position
    }
}
