/// Whose events a reader wants: an organization's, or of these only one session's.
package struct EventScope: Hashable, Sendable {
    package let organization: OrganizationID
    package let session: SessionID?

    package init(organization: OrganizationID, session: SessionID?) {
        self.organization = organization
        self.session = session
    }

    /// The organization's numbers are no session's own.
    package func contains(_ event: Event) -> Bool {
        guard event.organization == organization else { return false }
        return session == nil || session == event.session && event.type != .statsChanged
    }
}
