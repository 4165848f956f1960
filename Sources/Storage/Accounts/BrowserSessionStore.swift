package import Domain
import GRDB

/// The browsers that are signed in.
package struct BrowserSessionStore: Sendable {
    package let limits: BrowserSessionLimits
    private let connections: Connections
    private let known: RevisionCache<BrowserSessionID, BrowserSessionRow>

    init(connections: Connections, limits: BrowserSessionLimits) {
        self.connections = connections
        self.limits = limits
        known = RevisionCache(while: connections.people)
    }

    /// Signs a browser in.
    ///
    /// - Throws: `DomainError.unauthenticated` when the user was disabled.
    @discardableResult
    package func create(
        _ browser: NewBrowserSession, of user: UserID, at time: Timestamp
    ) async throws -> BrowserSession {
        try await connections.write { try BrowserSessionRow.insert(browser, of: user, within: limits, at: time, $0) }
    }

    /// A browser session by its public id; `nil` if it doesn't exist or has expired, or its user is disabled.
    package func find(_ id: BrowserSessionID, at time: Timestamp) async throws -> BrowserSession? {
        try await row(id, at: time)?.session
    }

    /// The browser session that a token opens; `nil` also for a token that isn't the session's, or isn't any more.
    ///
    /// - Parameter digest: the digest of the presented token.
    package func find(
        _ id: BrowserSessionID, presenting digest: SecretDigest, at time: Timestamp
    ) async throws -> BrowserSession? {
        guard let row = try await row(id, at: time), row.accepts(digest, at: time) else { return nil }
        return row.session
    }

    private func row(_ id: BrowserSessionID, at time: Timestamp) async throws -> BrowserSessionRow? {
        let found = try await known.value(of: id) {
            try await connections.read { try BrowserSessionRow.fetch(id, within: limits, at: time, $0) }
        }
        return found.flatMap { $0.session.expiresAt > time ? $0 : nil }
    }

    /// Records a use, from the address of the current request's client. It doesn't change permissions, so cached
    /// credentials stay valid.
    package func recordUse(of id: BrowserSessionID, at time: Timestamp) async throws {
        try await connections.writeContent { try BrowserSessionRow.recordUse(of: id, at: time, $0) }
        known.forget(id)
    }

    /// Replaces the token of a browser whose renewal is due. The former token is accepted for
    /// `BrowserSession.formerTokenTime`.
    ///
    /// - Parameter digest: the new token's digest.
    /// - Returns: `false` if the token has been renewed meanwhile, or the browser is signed out.
    package func renew(_ id: BrowserSessionID, with digest: SecretDigest, at time: Timestamp) async throws -> Bool {
        try await connections.write { try BrowserSessionRow.renew(id, with: digest, at: time, $0) }
    }

    /// Deletes expired sessions: at most 200 per call, so that other changes don't wait long for the writer.
    ///
    /// - Returns: whether there may be more.
    package func removeExpired(at time: Timestamp) async throws -> Bool {
        try await connections.writeContent { db in
            let isOld = try db.deleteExpired(from: "browser_sessions", by: "created_at", upTo: time - limits.maximum)
            let isIdle = try db.deleteExpired(from: "browser_sessions", by: "last_used_at", upTo: time - limits.idle)
            return isOld || isIdle
        }
    }

    /// The browsers in which a user is signed in, the last used first.
    package func browsers(of user: UserID, at time: Timestamp) async throws -> [SignedInBrowser] {
        try await connections.read { db in
            let sql = """
                SELECT id, device, created_at, last_used_at, last_address FROM browser_sessions
                WHERE user_id = ? AND created_at > ? AND last_used_at > ?
                ORDER BY last_used_at DESC, created_at DESC, id
                """
            let arguments: StatementArguments = [user, time - limits.maximum, time - limits.idle]
            return try Row.fetchAll(db, sql: sql, arguments: arguments).map { row in
                try SignedInBrowser(
                    id: row[0], device: row[1], createdAt: row[2], lastUsedAt: row[3], lastAddress: row[4],
                    expiresAt: limits.expiry(ofBrowserSignedInAt: row[2], lastUsedAt: row[3]))
            }
        }
    }

    /// Signs out one of a user's browsers, which then gets no more notifications.
    ///
    /// - Parameter action: `.signedOut`, or `.browserSignedOut` when another browser asked for it.
    /// - Returns: `false` if the user has no such browser.
    @discardableResult
    package func delete(
        _ id: BrowserSessionID, of user: UserID, as action: AuditAction, at time: Timestamp
    ) async throws -> Bool {
        try await connections.writeEndingAccess { db in
            try PushSubscriptionRow.delete(in: id, of: user, db)
            let sql = "DELETE FROM browser_sessions WHERE id = ? AND user_id = ? RETURNING device"
            guard let row = try Row.fetchOne(db, sql: sql, arguments: [id, user]) else { return false }
            let device: String? = try row[0]
            try AuditRow.record(action, ofUser: user, details: device.map { ["device": $0] } ?? [:], at: time, db)
            return true
        }
    }

    /// Signs out all of a user's browsers except one. They get no more notifications and are no longer known to the
    /// account.
    package func deleteAll(of user: UserID, but kept: BrowserSessionID, at time: Timestamp) async throws {
        try await connections.writeEndingAccess { db in
            try BrowserSessionRow.deleteAll(of: user, but: kept, db)
            try AuditRow.record(.browserSignedOut, ofUser: user, details: ["device": "all others"], at: time, db)
        }
    }
}
