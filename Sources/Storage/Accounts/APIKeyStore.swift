package import Domain
import GRDB

/// The API keys of organizations.
package struct APIKeyStore: Sendable {
    private let connections: Connections
    private let known: RevisionCache<APIKeyID, (key: APIKey, digest: SecretDigest)>

    init(connections: Connections) {
        self.connections = connections
        known = RevisionCache(while: connections.people)
    }

    /// Stores a new key. With `once`, a repeated request gets the stored response of the first.
    ///
    /// - Parameter limit: how many valid keys the organization may have.
    /// - Throws: `DomainError.notFound` for an unknown organization, `.conflict` when it has reached the limit.
    package func create(
        _ key: APIKey, digest: SecretDigest, limit: Int? = nil, once: IdempotentRequest<APIKey>?
    ) async throws -> IdempotentResult<APIKey> {
        try await connections.write { db in
            try db.perform(once, at: key.createdAt) {
                try db.limit(
                    limit, "valid API keys", of: key.organizationID, in: "api_keys",
                    where: "revoked_at IS NULL AND coalesce(expires_at > :now, 1)", at: key.createdAt)
                try insert(key, digest, db)
                return key
            }
        }
    }

    private func insert(_ key: APIKey, _ digest: SecretDigest, _ db: Database) throws {
        try OrganizationRow.require(key.organizationID, db)
        try db.execute(
            sql: """
                INSERT INTO api_keys (id, organization_id, name, digest, created_at, expires_at)
                VALUES (?, ?, ?, ?, ?, ?)
                """,
            arguments: [key.id, key.organizationID, key.name, digest, key.createdAt, key.expiresAt])
    }

    /// Newest first, revoked ones included.
    package func keys(of organization: OrganizationID) async throws -> [APIKey] {
        try await connections.read { db in
            let sql = """
                SELECT \(Self.selection.sql) FROM api_keys WHERE organization_id = ? ORDER BY created_at DESC, id
                """
            return try Row.fetchAll(db, sql: sql, arguments: [organization]).map(Self.selection.columns.key)
        }
    }

    /// A key by its public id, with the digest to compare a presented key with. Cached until permissions change; `nil`
    /// for an unknown id. Expired and revoked keys are returned too.
    package func find(_ id: APIKeyID) async throws -> (key: APIKey, digest: SecretDigest)? {
        try await known.value(of: id) {
            try await connections.read { db in
                let columns = Self.selection.columns
                let statement = try db.cachedStatement(sql: "SELECT \(Self.selection.sql) FROM api_keys WHERE id = ?")
                return try Row.fetchOne(statement, arguments: [id]).map {
                    (try columns.key(from: $0), try $0[columns.digest])
                }
            }
        }
    }

    /// Ends a key's access at once. Revoking it again has no effect.
    ///
    /// - Throws: `DomainError.notFound` when the organization has no such key.
    package func revoke(_ id: APIKeyID, of organization: OrganizationID, at time: Timestamp) async throws {
        try await connections.writeEndingAccess { db in
            try db.execute(
                sql: """
                    UPDATE api_keys SET revoked_at = coalesce(revoked_at, ?) WHERE id = ? AND organization_id = ?
                    """,
                arguments: [time, id, organization])
            guard db.changesCount == 1 else { throw DomainError.notFound("The organization has no API key \(id).") }
        }
    }

    /// Records the time of a use. It doesn't change permissions, so cached credentials stay valid.
    package func recordUse(of id: APIKeyID, at time: Timestamp) async throws {
        try await connections.writeContent { db in
            try db.execute(
                sql: "UPDATE api_keys SET last_used_at = max(coalesce(last_used_at, 0), ?) WHERE id = ?",
                arguments: [time, id])
        }
        known.forget(id)
    }

    private static let selection = Selection(Columns.init)

    private struct Columns {
        private let id: SelectedColumn
        private let organization: SelectedColumn
        private let name: SelectedColumn
        private let createdAt: SelectedColumn
        private let expiresAt: SelectedColumn
        private let lastUsedAt: SelectedColumn
        private let revokedAt: SelectedColumn
        let digest: SelectedColumn

        init(_ list: inout ColumnList) {
            id = list.add("id")
            organization = list.add("organization_id")
            name = list.add("name")
            createdAt = list.add("created_at")
            expiresAt = list.add("expires_at")
            lastUsedAt = list.add("last_used_at")
            revokedAt = list.add("revoked_at")
            digest = list.add("digest")
        }

        func key(from row: Row) throws -> APIKey {
            try APIKey(
                id: row[id], organizationID: row[organization], name: row[name], createdAt: row[createdAt],
                expiresAt: row[expiresAt], lastUsedAt: row[lastUsedAt], revokedAt: row[revokedAt])
        }
    }
}
