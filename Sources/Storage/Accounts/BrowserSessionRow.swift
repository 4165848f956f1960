import Domain
import GRDB

/// The row of a browser session.
struct BrowserSessionRow: Sendable {
    let session: BrowserSession
    private let digest: SecretDigest
    private let formerDigest: SecretDigest?
    private let formerUntil: Timestamp?

    /// Whether a token with this digest is the browser's, or the one before it if that is still accepted.
    func accepts(_ presented: SecretDigest, at time: Timestamp) -> Bool {
        if digest.matches(presented) { return true }
        guard let formerDigest, let formerUntil, time < formerUntil else { return false }
        return formerDigest.matches(presented)
    }

    /// Signs a browser in.
    ///
    /// - Throws: `DomainError.unauthenticated` if the user was disabled.
    static func insert(
        _ browser: NewBrowserSession, of user: UserID, within limits: BrowserSessionLimits, at time: Timestamp,
        _ db: Database
    ) throws -> BrowserSession {
        try db.execute(
            sql: """
                INSERT INTO browser_sessions
                    (id, user_id, digest, renewal_due, device, created_at, last_used_at, last_address)
                VALUES (?, ?, ?, 0, ?, ?, ?, ?)
                """,
            arguments: [browser.id, user, browser.digest, browser.device, time, time, clientAddress])
        guard let session = try fetch(browser.id, within: limits, at: time, db)?.session else {
            throw DomainError.unauthenticated("This account was just disabled.")
        }
        try AuditRow.record(.signedIn, byUser: session.user, at: time, db)
        return session
    }

    /// `nil` if the session doesn't exist or has expired, or its user is disabled.
    static func fetch(
        _ id: BrowserSessionID, within limits: BrowserSessionLimits, at time: Timestamp, _ db: Database
    ) throws -> BrowserSessionRow? {
        let statement = try db.cachedStatement(
            sql: """
                SELECT \(selection.sql) FROM browser_sessions b
                JOIN users u ON u.id = b.user_id
                WHERE b.id = ? AND b.created_at > ? AND b.last_used_at > ? AND u.disabled_at IS NULL
                """)
        let arguments: StatementArguments = [id, time - limits.maximum, time - limits.idle]
        guard let row = try Row.fetchOne(statement, arguments: arguments) else { return nil }
        let columns = selection.columns
        let user = try columns.user.user(from: row)
        let lastUsedAt: Timestamp = try row[columns.lastUsedAt]
        let session = try BrowserSession(
            id: id, user: user, memberships: MembershipRow.all(of: user.id, db), lastUsedAt: lastUsedAt,
            expiresAt: limits.expiry(ofBrowserSignedInAt: row[columns.createdAt], lastUsedAt: lastUsedAt),
            isRenewalDue: row[columns.isRenewalDue], lacksSecondFactor: row[columns.lacksSecondFactor])
        return try BrowserSessionRow(
            session: session, digest: row[columns.digest], formerDigest: row[columns.formerDigest],
            formerUntil: row[columns.formerUntil])
    }

    /// Records a use, with the address that it came from.
    static func recordUse(of id: BrowserSessionID, at time: Timestamp, _ db: Database) throws {
        try db.execute(
            sql: "UPDATE browser_sessions SET last_used_at = max(last_used_at, ?), last_address = ? WHERE id = ?",
            arguments: [time, clientAddress, id])
    }

    private static var clientAddress: String? { AuditOrigin.current.client?.address?.description }

    private static let selection = Selection(Columns.init)

    private struct Columns {
        let user: UserColumns
        let digest: SelectedColumn
        let formerDigest: SelectedColumn
        let formerUntil: SelectedColumn
        let isRenewalDue: SelectedColumn
        let createdAt: SelectedColumn
        let lastUsedAt: SelectedColumn
        let lacksSecondFactor: SelectedColumn

        init(_ list: inout ColumnList) {
            user = UserColumns(&list)
            digest = list.add("b.digest")
            formerDigest = list.add("b.former_digest")
            formerUntil = list.add("b.former_until")
            isRenewalDue = list.add("b.renewal_due")
            createdAt = list.add("b.created_at")
            lastUsedAt = list.add("b.last_used_at")
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
