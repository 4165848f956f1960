import Domain
import GRDB

/// A browser that signed in.
enum BrowserSessionRow {
    /// Signs a browser in; rows of those that have expired go on the way.
    ///
    /// - Throws: `DomainError.unauthenticated` when the user was disabled.
    static func insert(
        _ browser: NewBrowserSession, of user: UserID, at time: Timestamp, _ db: Database
    ) throws -> BrowserSession {
        try db.deleteExpired(from: "browser_sessions", by: "expires_at", upTo: time)
        try db.execute(
            sql: """
                INSERT INTO browser_sessions (id, user_id, digest, device, created_at, expires_at)
                VALUES (?, ?, ?, ?, ?, ?)
                """,
            arguments: [browser.id, user, browser.digest, browser.device, time, time + BrowserSession.lifetime])
        guard let (session, _) = try fetch(browser.id, at: time, db) else {
            throw DomainError.unauthenticated("The account was disabled just now.")
        }
        return session
    }

    /// A browser session with the digest of its token; `nil` when there is none, when it has expired, and when its user
    /// is disabled.
    static func fetch(
        _ id: BrowserSessionID, at time: Timestamp, _ db: Database
    ) throws -> (session: BrowserSession, digest: SecretDigest)? {
        let statement = try db.cachedStatement(
            sql: """
                SELECT \(UserRow.columns), b.digest, b.expires_at FROM browser_sessions b
                JOIN users u ON u.id = b.user_id
                WHERE b.id = ? AND b.expires_at > ? AND u.disabled_at IS NULL
                """)
        guard let row = try Row.fetchOne(statement, arguments: [id, time]) else { return nil }
        let user = try UserRow.user(from: row)
        let session = try BrowserSession(
            id: id, user: user, memberships: MembershipRow.all(of: user.id, db), expiresAt: row["expires_at"])
        return (session, try row["digest"])
    }

    /// Signs everybody's browsers out, as `deleteAll(of:)` does a user's.
    static func deleteAll(_ db: Database) throws {
        try db.execute(sql: "DELETE FROM browser_sessions")
        try db.execute(sql: "DELETE FROM known_browsers")
        try db.execute(sql: "DELETE FROM push_subscriptions")
    }

    /// Signs a user's browsers out, all or all but one, and makes all of them strangers. Those that are signed out are told
    /// nothing more.
    static func deleteAll(of user: UserID, but kept: BrowserSessionID? = nil, _ db: Database) throws {
        try db.execute(
            sql: "DELETE FROM browser_sessions WHERE user_id = ? AND id IS NOT ?", arguments: [user, kept])
        try db.execute(sql: "DELETE FROM known_browsers WHERE user_id = ?", arguments: [user])
        try PushSubscriptionRow.deleteAll(of: user, but: kept, db)
    }
}
