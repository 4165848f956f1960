package import Domain
import GRDB

/// The browsers that are signed in.
package struct BrowserSessionStore: Sendable {
    private let connections: Connections
    private let known: RevisionCache<BrowserSessionID, (session: BrowserSession, digest: SecretDigest)>

    init(connections: Connections) {
        self.connections = connections
        known = RevisionCache(while: connections.people)
    }

    /// Signs a browser in.
    ///
    /// - Throws: `DomainError.unauthenticated` when the user was disabled.
    @discardableResult
    package func create(
        _ browser: NewBrowserSession, of user: UserID, at time: Timestamp
    ) async throws -> BrowserSession {
        try await connections.write { try BrowserSessionRow.insert(browser, of: user, at: time, $0) }
    }

    /// A browser session by its public id, with the digest to compare with a presented token; `nil` if it doesn't exist
    /// or has expired, or its user is disabled.
    package func find(
        _ id: BrowserSessionID, at time: Timestamp
    ) async throws -> (session: BrowserSession, digest: SecretDigest)? {
        let found = try await known.value(of: id) {
            try await connections.read { try BrowserSessionRow.fetch(id, at: time, $0) }
        }
        return found.flatMap { $0.session.expiresAt > time ? $0 : nil }
    }

    /// The browsers in which a user is signed in, the latest first.
    package func browsers(of user: UserID, at time: Timestamp) async throws -> [SignedInBrowser] {
        try await connections.read { db in
            let sql = """
                SELECT id, device, created_at, expires_at FROM browser_sessions WHERE user_id = ? AND expires_at > ?
                ORDER BY created_at DESC, id
                """
            return try Row.fetchAll(db, sql: sql, arguments: [user, time]).map {
                try SignedInBrowser(id: $0[0], device: $0[1], createdAt: $0[2], expiresAt: $0[3])
            }
        }
    }

    /// Signs out one of a user's browsers, which then gets no more notifications.
    ///
    /// - Returns: `false` if the user has no such browser.
    @discardableResult
    package func delete(_ id: BrowserSessionID, of user: UserID) async throws -> Bool {
        try await connections.writeEndingAccess { db in
            try PushSubscriptionRow.delete(in: id, of: user, db)
            try db.execute(sql: "DELETE FROM browser_sessions WHERE id = ? AND user_id = ?", arguments: [id, user])
            return db.changesCount == 1
        }
    }

    /// Signs out all of a user's browsers except one. They get no more notifications and are no longer known to the
    /// account.
    package func deleteAll(of user: UserID, but kept: BrowserSessionID) async throws {
        try await connections.writeEndingAccess { try BrowserSessionRow.deleteAll(of: user, but: kept, $0) }
    }
}
