package import Domain
import GRDB

/// The tokens of runners.
package struct RunnerStore: Sendable {
    private let connections: Connections
    private let known: RevisionCache<RunnerTokenID, (token: RunnerToken, digest: SecretDigest)>

    init(connections: Connections) {
        self.connections = connections
        known = RevisionCache(while: connections.people)
    }

    /// Stores a new token. With `once`, a repeated request gets the stored response of the first.
    ///
    /// - Parameter limit: how many valid tokens the organization may have.
    /// - Throws: `DomainError.notFound` for an unknown organization, `.conflict` when it has reached the limit.
    package func create(
        _ token: RunnerToken, digest: SecretDigest, limit: Int? = nil, once: IdempotentRequest<RunnerToken>?
    ) async throws -> IdempotentResult<RunnerToken> {
        try await connections.write { db in
            try db.perform(once, at: token.createdAt) {
                if let organization = token.organizationID {
                    try OrganizationRow.require(organization, db)
                    try db.limit(
                        limit, "valid runner tokens", of: organization, in: "runner_tokens",
                        where: "revoked_at IS NULL", at: token.createdAt)
                }
                try RunnerTokenRow.insert(token, digest, db)
                return token
            }
        }
    }

    /// Newest first, revoked ones included.
    ///
    /// - Parameter organization: whose owners read; `nil` for the administrator, who sees the tokens of the whole
    ///   server and of every organization.
    package func tokens(readableIn organization: OrganizationID?) async throws -> [ListedRunnerToken] {
        try await connections.read { db in
            try RunnerTokenRow.all(readableIn: organization, db).map { token in
                ListedRunnerToken(token: token, sessions: try RunnerTokenRow.sessions(of: token.id, db))
            }
        }
    }

    /// A token by its public id, with the digest to compare a presented token with. Cached until permissions change;
    /// `nil` for an unknown id. Revoked tokens are returned too.
    package func find(_ id: RunnerTokenID) async throws -> (token: RunnerToken, digest: SecretDigest)? {
        try await known.value(of: id) { try await connections.read { try RunnerTokenRow.find(id, $0) } }
    }

    /// Ends the access of a token's runners at once, and signals `DataStore.endedAccess`. Revoking it again has no
    /// effect.
    ///
    /// - Parameter organization: whose owner revokes; `nil` for the administrator, who may revoke every token.
    /// - Throws: `DomainError.notFound` when there is no such token.
    package func revoke(_ id: RunnerTokenID, of organization: OrganizationID?, at time: Timestamp) async throws {
        try await connections.writeEndingAccess { db in
            guard let token = try RunnerTokenRow.find(id, db)?.token,
                organization == nil || token.organizationID == organization
            else {
                throw DomainError.notFound(
                    "\(organization == nil ? "The server" : "The organization") has no runner token \(id).")
            }
            guard token.revokedAt == nil else { return }
            try RunnerTokenRow.revoke(token, at: time, db)
        }
    }

    /// Records a use, from the address of the current request's client. It doesn't change permissions, so cached
    /// credentials stay valid.
    ///
    /// - Parameter version: the runner's, as it reports it.
    package func recordUse(of id: RunnerTokenID, version: String, at time: Timestamp) async throws {
        try await connections.writeContent { try RunnerTokenRow.recordUse(of: id, version: version, at: time, $0) }
        known.forget(id)
    }
}
