package import Domain
import GRDB

/// The browsers that have signed in to an account before.
package struct KnownBrowserStore: Sendable {
    let connections: Connections

    /// The digest of a browser that is known to the account with this e-mail address.
    package func digest(
        of id: KnownBrowserID, for email: EmailAddress, at time: Timestamp
    ) async throws -> SecretDigest? {
        try await connections.read { db in
            let sql = """
                SELECT k.digest FROM known_browsers k JOIN users u ON u.id = k.user_id
                WHERE k.id = ? AND u.email = ? AND k.expires_at > ?
                """
            return try Row.fetchOne(db, sql: sql, arguments: [id, email, time]).map { try $0[0] }
        }
    }

    /// Notes what goes with signing in: the browser as a known one, unless it is already, and the end of the session that
    /// it had before. Whoever else was signed in there is told nothing more there.
    package func welcome(
        _ browser: NewKnownBrowser?, of user: UserID, endingSession former: BrowserSessionID?, at time: Timestamp
    ) async throws {
        guard browser != nil || former != nil else { return }
        try await connections.writeEndingAccess { db in
            try PushSubscriptionRow.deleteOthers(than: user, in: former, db)
            try db.execute(sql: "DELETE FROM browser_sessions WHERE id = ?", arguments: [former])
            guard let browser else { return }
            try db.deleteExpired(from: "known_browsers", by: "expires_at", upTo: time)
            try db.execute(
                sql: """
                    INSERT INTO known_browsers (id, user_id, digest, created_at, expires_at) VALUES (?, ?, ?, ?, ?)
                    """,
                arguments: [browser.id, user, browser.digest, time, time + KnownBrowser.lifetime])
            try db.execute(
                sql: """
                    DELETE FROM known_browsers WHERE user_id = ?1 AND id NOT IN (
                        SELECT id FROM known_browsers WHERE user_id = ?1 ORDER BY created_at DESC, id LIMIT ?2)
                    """,
                arguments: [user, KnownBrowser.maximumPerUser])
        }
    }

    /// Makes the browser a stranger again.
    package func forget(_ id: KnownBrowserID) async throws {
        try await connections.write { db in
            try db.execute(sql: "DELETE FROM known_browsers WHERE id = ?", arguments: [id])
        }
    }
}
