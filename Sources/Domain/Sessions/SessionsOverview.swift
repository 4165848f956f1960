/// A list of an organization's sessions for one reader, from one snapshot.
package struct SessionsOverview: Sendable {
    /// Counts stop at this number + 1.
    package static let maximumCount = 200

    package let page: SessionPage
    /// The number of sessions in each view.
    package let counts: [SessionsView: Int]
    /// The number of sessions that pass the filter.
    package let found: Int
    /// If no session passes the filter: the number that would pass it with archived sessions.
    package let foundWithArchived: Int
    /// The sessions that have changed since the reader saw them.
    package let unread: Set<SessionID>
    package let choices: SessionChoices
    package let members: [OrganizationMember]
    /// Whether the organization has any session, regardless of the filter.
    package let hasSessions: Bool
    /// The number of the last event that is included.
    package let position: Int

    package init(
        page: SessionPage,
        counts: [SessionsView: Int],
        found: Int,
        foundWithArchived: Int,
        unread: Set<SessionID>,
        choices: SessionChoices,
        members: [OrganizationMember],
        hasSessions: Bool,
        position: Int
    ) {
        self.page = page
        self.counts = counts
        self.found = found
        self.foundWithArchived = foundWithArchived
        self.unread = unread
        self.choices = choices
        self.members = members
        self.hasSessions = hasSessions
        self.position = position
    }
}
