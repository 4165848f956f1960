import Domain
import FoundationEssentials
import GRDB

/// The server's private key for push services (VAPID, RFC 8292), encrypted.
enum PushKeyRow {
    static func fetch(_ db: Database) throws -> Data? {
        try Data.fetchOne(db, sql: "SELECT sealed FROM push_key WHERE number = 1")
    }

    /// Stores a key, unless another caller has stored one in the meantime.
    ///
    /// - Parameter former: the unusable key that is replaced; `nil` if there is none.
    static func replace(_ former: Data?, with sealed: Data, at time: Timestamp, _ db: Database) throws {
        try db.execute(sql: "DELETE FROM push_key WHERE number = 1 AND sealed = ?", arguments: [former])
        try db.execute(
            sql: "INSERT OR IGNORE INTO push_key (number, sealed, created_at) VALUES (1, ?, ?)",
            arguments: [sealed, time])
    }

    /// Whether any device has subscribed with the key.
    static func isInUse(_ db: Database) throws -> Bool {
        try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM push_subscriptions)") ?? false
    }
}
