package import Domain
import GRDB

/// The browsers that have signed in to an account before.
package struct KnownBrowserStore: Sendable {
    let connections: Connections

    /// The digest of a known browser of the account with this e-mail address; `nil` for an unknown or expired browser.
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

    /// Completes a sign-in: stores the browser as a known one if `browser` is given, and ends the browser's previous
    /// session. Push subscriptions in this browser of another user are deleted.
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

    /// Removes the browser from the known ones.
    package func forget(_ id: KnownBrowserID) async throws {
        try await connections.write { db in
            try db.execute(sql: "DELETE FROM known_browsers WHERE id = ?", arguments: [id])
        }
    }
}
