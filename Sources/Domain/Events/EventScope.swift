/// The events that a reader gets: those of an organization, or of one of its sessions.
package struct EventScope: Hashable, Sendable {
    package let organization: OrganizationID
    package let session: SessionID?

    package init(organization: OrganizationID, session: SessionID?) {
        self.organization = organization
        self.session = session
    }

    /// Statistics belong to the organization, so that the scope of a session never contains them.
    package func contains(_ event: Event) -> Bool {
        guard event.organization == organization else { return false }
        return session == nil || session == event.session && event.type != .statsChanged
    }
}
