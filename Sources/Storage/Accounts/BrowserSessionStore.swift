package import Domain
import GRDB

/// The browsers that are signed in.
package struct BrowserSessionStore: Sendable {
    let connections: Connections

    /// Signs a browser in; the rows of those that have expired go on the way.
    package func create(
        _ id: BrowserSessionID, of user: UserID, digest: SecretDigest, at time: Timestamp
    ) async throws {
        try await connections.write { db in
            try db.execute(sql: "DELETE FROM browser_sessions WHERE expires_at <= ?", arguments: [time])
            try db.execute(
                sql: """
                    INSERT INTO browser_sessions (id, user_id, digest, created_at, expires_at) VALUES (?, ?, ?, ?, ?)
                    """,
                arguments: [id, user, digest, time, time + BrowserSession.lifetime])
        }
    }

    /// A browser session by its public id, with the digest to compare a presented token with; `nil` when there is
    /// none, when it has expired, and when its user is disabled.
    package func find(
        _ id: BrowserSessionID, at time: Timestamp
    ) async throws -> (session: BrowserSession, digest: SecretDigest)? {
        try await connections.read { db in
            let statement = try db.cachedStatement(
                sql: """
                    SELECT \(UserRow.columns), b.digest, b.expires_at FROM browser_sessions b
                    JOIN users u ON u.id = b.user_id
                    WHERE b.id = ? AND b.expires_at > ? AND u.disabled_at IS NULL
                    """)
            guard let row = try Row.fetchOne(statement, arguments: [id, time]) else { return nil }
            let user = UserRow.user(from: row)
            let session = BrowserSession(
                id: id, user: user, memberships: try MembershipRow.all(of: user.id, db), expiresAt: row["expires_at"])
            return (session, row["digest"])
        }
    }

    package func delete(_ id: BrowserSessionID) async throws {
        try await connections.write { db in
            try db.execute(sql: "DELETE FROM browser_sessions WHERE id = ?", arguments: [id])
        }
    }
}
