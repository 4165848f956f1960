/// A program's access to one organization. The key itself is shown only once, when it is created.
package struct APIKey: Codable, Equatable, Sendable {
    package let id: APIKeyID
    package let organizationID: OrganizationID
    package let name: String
    package let createdAt: Timestamp
    package let expiresAt: Timestamp?
    package let lastUsedAt: Timestamp?
    package let revokedAt: Timestamp?

    package init(
        id: APIKeyID,
        organizationID: OrganizationID,
        name: String,
        createdAt: Timestamp,
        expiresAt: Timestamp?,
        lastUsedAt: Timestamp? = nil,
        revokedAt: Timestamp? = nil
    ) {
        self.id = id
        self.organizationID = organizationID
        self.name = name
        self.createdAt = createdAt
        self.expiresAt = expiresAt
        self.lastUsedAt = lastUsedAt
        self.revokedAt = revokedAt
    }

    /// Whether the key is neither revoked nor expired.
    package func isValid(at time: Timestamp) -> Bool {
        revokedAt == nil && expiresAt.map { time < $0 } ?? true
    }
}
