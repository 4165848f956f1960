package import Domain
import Storage
package import Web

/// Creates a token for runners of an organization, or of the whole server.
package struct CreateRunnerToken: AdminOperation {
    /// A new token with its text. The text can't be shown again.
    package struct Output: Codable, Sendable {
        package let runnerToken: RunnerToken
        package let token: String
    }

    let organization: OrganizationID?
    let name: String
    let labels: RunnerLabels

    /// - Parameter organization: `nil` for the whole server.
    /// - Throws: `InvalidValue` for an invalid name or label.
    package init(organization: OrganizationID?, name: String, labels: [String]) throws(InvalidValue) {
        self.organization = organization
        self.name = try PlainText.line(name, maximum: 100)
        self.labels = try RunnerLabels(labels)
    }

    package func perform(with services: Services) async throws -> Output {
        let secret = SecretToken(.runner)
        let token = RunnerToken(
            id: secret.runnerTokenID, organizationID: organization, name: name, labels: labels,
            createdAt: services.clock.now())
        _ = try await services.store.runners.create(token, digest: secret.digest, once: nil)
        return Output(runnerToken: token, token: secret.text)
    }
}

/// Lists the runner tokens of an organization, or all of them, newest first, revoked ones included.
package struct ListRunnerTokens: AdminOperation {
    let organization: OrganizationID?

    /// - Parameter organization: `nil` for the tokens of the whole server and of every organization.
    package init(organization: OrganizationID?) {
        self.organization = organization
    }

    package func perform(with services: Services) async throws -> [ListedRunnerToken] {
        try await services.store.runners.tokens(readableIn: organization)
    }
}

/// Ends the access of a token's runners at once. Revoking it again has no effect.
package struct RevokeRunnerToken: AdminOperation {
    let id: RunnerTokenID

    package init(id: RunnerTokenID) {
        self.id = id
    }

    package func perform(with services: Services) async throws -> Done {
        try await services.store.runners.revoke(id, of: nil, at: services.clock.now())
        return Done()
    }
}
