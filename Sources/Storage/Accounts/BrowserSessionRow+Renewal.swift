import Domain
import GRDB

/// New tokens for browsers that stay signed in.
extension BrowserSessionRow {
    /// Marks the tokens of all of a user's browsers for renewal, because the user's rights have changed.
    static func requireRenewal(of user: UserID, _ db: Database) throws {
        try db.execute(sql: "UPDATE browser_sessions SET renewal_due = 1 WHERE user_id = ?", arguments: [user])
    }

    /// Replaces a token that is marked for renewal. The former one is accepted for `BrowserSession.formerTokenTime`.
    ///
    /// - Returns: `false` if the token isn't marked.
    static func renew(
        _ id: BrowserSessionID, with digest: SecretDigest, at time: Timestamp, _ db: Database
    ) throws -> Bool {
        try db.execute(
            sql: """
                UPDATE browser_sessions SET former_digest = digest, former_until = ?, digest = ?, renewal_due = 0
                WHERE id = ? AND renewal_due = 1
                """,
            arguments: [time + BrowserSession.formerTokenTime, digest, id])
        return db.changesCount == 1
    }

    /// Replaces a browser's token at once: the former one is worth nothing any more.
    static func replaceToken(of id: BrowserSessionID, with digest: SecretDigest, _ db: Database) throws {
        try db.execute(
            sql: """
                UPDATE browser_sessions SET digest = ?, former_digest = NULL, former_until = NULL, renewal_due = 0
                WHERE id = ?
                """,
            arguments: [digest, id])
    }
}
