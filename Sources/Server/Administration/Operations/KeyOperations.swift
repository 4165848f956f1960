package import Domain
import Storage
package import Web

/// Creates an API key of an organization, which may be omitted while there is only one.
package struct CreateKey: AdminOperation {
    /// A new key with its text. The text can't be shown again.
    package struct Output: Codable, Sendable {
        package let apiKey: APIKey
        package let key: String
    }

    let organization: OrganizationID?
    let name: String
    let expiresAt: Timestamp?

    /// - Throws: `InvalidValue` for an invalid name.
    package init(organization: OrganizationID?, name: String, expiresAt: Timestamp?) throws(InvalidValue) {
        self.organization = organization
        self.name = try PlainText.line(name, maximum: 100)
        self.expiresAt = expiresAt
    }

    package func perform(with services: Services) async throws -> Output {
        let organization = try await services.store.accounts.resolve(organization)
        if let expiresAt, expiresAt <= services.clock.now() {
            throw DomainError.invalid("The key's expiry must be in the future.")
        }
        let token = SecretToken(.apiKey)
        let key = APIKey(
            id: token.apiKeyID, organizationID: organization, name: name, createdAt: services.clock.now(),
            expiresAt: expiresAt)
        _ = try await services.store.apiKeys.create(key, digest: token.digest, once: nil)
        return Output(apiKey: key, key: token.text)
    }
}

/// Lists the API keys of an organization, newest first, revoked ones included.
package struct ListKeys: AdminOperation {
    let organization: OrganizationID?

    package init(organization: OrganizationID?) {
        self.organization = organization
    }

    package func perform(with services: Services) async throws -> [APIKey] {
        let organization = try await services.store.accounts.resolve(organization)
        return try await services.store.apiKeys.keys(of: organization)
    }
}

/// Ends an API key's access at once. Revoking it again has no effect.
package struct RevokeKey: AdminOperation {
    let organization: OrganizationID?
    let id: APIKeyID

    package init(organization: OrganizationID?, id: APIKeyID) {
        self.organization = organization
        self.id = id
    }

    package func perform(with services: Services) async throws -> Done {
        let organization = try await services.store.accounts.resolve(organization)
        try await services.store.apiKeys.revoke(id, of: organization, at: services.clock.now())
        return Done()
    }
}
