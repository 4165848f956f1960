import Domain
import GRDB

/// The row of a browser session.
enum BrowserSessionRow {
    /// Signs a browser in, and deletes expired sessions.
    ///
    /// - Throws: `DomainError.unauthenticated` if the user was disabled.
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
            throw DomainError.unauthenticated("This account was just disabled.")
        }
        try AuditRow.record(.signedIn, byUser: session.user, at: time, db)
        return session
    }

    /// A browser session with the digest of its token; `nil` if it doesn't exist or has expired, or its user is
    /// disabled.
    static func fetch(
        _ id: BrowserSessionID, at time: Timestamp, _ db: Database
    ) throws -> (session: BrowserSession, digest: SecretDigest)? {
        let statement = try db.cachedStatement(
            sql: """
                SELECT \(selection.sql) FROM browser_sessions b
                JOIN users u ON u.id = b.user_id
                WHERE b.id = ? AND b.expires_at > ? AND u.disabled_at IS NULL
                """)
        guard let row = try Row.fetchOne(statement, arguments: [id, time]) else { return nil }
        let columns = selection.columns
        let user = try columns.user.user(from: row)
        let session = try BrowserSession(
            id: id, user: user, memberships: MembershipRow.all(of: user.id, db),
            expiresAt: row[columns.expiresAt], lacksSecondFactor: row[columns.lacksSecondFactor])
        return (session, try row[columns.digest])
    }

    private static let selection = Selection(Columns.init)

    private struct Columns {
        let user: UserColumns
        let digest: SelectedColumn
        let expiresAt: SelectedColumn
        let lacksSecondFactor: SelectedColumn

        init(_ list: inout ColumnList) {
            user = UserColumns(&list)
            digest = list.add("b.digest")
            expiresAt = list.add("b.expires_at")
            lacksSecondFactor = list.add(
                """
                NOT EXISTS (SELECT 1 FROM second_factors WHERE user_id = u.id) AND EXISTS (
                    SELECT 1 FROM memberships m JOIN organizations o ON o.id = m.organization_id
                    WHERE m.user_id = u.id AND m.role = 'owner' AND o.owners_need_second_factor = 1)
                """)
        }
    }

    /// Signs out all browsers of all users, like `deleteAll(of:)`.
    static func deleteAll(_ db: Database) throws {
        try db.execute(sql: "DELETE FROM browser_sessions")
        try db.execute(sql: "DELETE FROM known_browsers")
        try db.execute(sql: "DELETE FROM push_subscriptions")
    }

    /// Signs out all of a user's browsers, except one if `kept` is given, and removes all of them from the known
    /// browsers. Signed-out browsers get no more notifications.
    static func deleteAll(of user: UserID, but kept: BrowserSessionID? = nil, _ db: Database) throws {
        try db.execute(
            sql: "DELETE FROM browser_sessions WHERE user_id = ? AND id IS NOT ?", arguments: [user, kept])
        try db.execute(sql: "DELETE FROM known_browsers WHERE user_id = ?", arguments: [user])
        try PushSubscriptionRow.deleteAll(of: user, but: kept, db)
    }
}
