/// A list of an organization's sessions as a person sees it, all at one moment.
package struct SessionsOverview: Sendable {
    /// Nothing is counted further than one more than this.
    package static let maximumCount = 200

    package let page: SessionPage
    /// How many sessions each view has.
    package let counts: [SessionsView: Int]
    /// How many sessions pass the filter.
    package let found: Int
    /// Where none does: how many would if archived ones counted.
    package let foundWithArchived: Int
    /// Those that the reader hasn't seen as they are now.
    package let unread: Set<SessionID>
    package let choices: SessionChoices
    package let members: [OrganizationMember]
    /// Whether there is any session, whatever the filter.
    package let hasSessions: Bool
    /// The end of the event log: what happens after it isn't shown here.
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
