/// Where the import of an export stands between two batches. What was written already needs no such memory: every
/// record says what is to be there, and one that is there already changes nothing.
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

    /// The organization that takes everything, instead of the one that the export names.
    package let target: OrganizationID?
    /// The one that goes there.
    package var source: OrganizationID?
    /// Users who are here under another id, known by their e-mail address.
    package var aliases: [UserID: UserID] = [:]
    package var session: CurrentSession?
    package var hasHeader = false
    /// Whether the end was read; nothing comes after it.
    package var isComplete = false

    package init(target: OrganizationID?) {
        self.target = target
    }
}
