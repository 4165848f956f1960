/// The state of an import of an export between two batches. It doesn't list what was written: importing a record that
/// is already stored changes nothing.
package struct ArchiveCheckpoint: Codable, Sendable {
    /// The session whose messages follow.
    package struct CurrentSession: Codable, Sendable {
        package let id: SessionID
        package let organization: OrganizationID
        package var effect: SessionEffect

        package init(id: SessionID, organization: OrganizationID, effect: SessionEffect) {
            self.id = id
            self.organization = organization
            self.effect = effect
        }
    }

    /// The organization that receives all sessions, instead of those named in the export.
    package let target: OrganizationID?
    /// The exported organization whose data goes to `target`.
    package var source: OrganizationID?
    /// Ids of exported users, and of the local users with the same e-mail address.
    package var aliases: [UserID: UserID] = [:]
    /// The session that is being imported.
    package var session: CurrentSession?
    package var hasHeader = false
    /// Whether the end record was read; nothing may follow it.
    package var isComplete = false

    package init(target: OrganizationID?) {
        self.target = target
    }
}
