import Domain
import FoundationEssentials
import GRDB

/// A person's second factor: the encrypted key of their authenticator app, and the digests of their recovery codes.
enum SecondFactorRow {
    /// Whether the user `u` of a query has a second factor, as an expression.
    static let exists = "EXISTS (SELECT 1 FROM second_factors WHERE user_id = u.id)"

    static func fetch(of user: UserID, _ db: Database) throws -> SecondFactor? {
        let sql = """
            SELECT created_at, (SELECT count(*) FROM recovery_codes WHERE user_id = f.user_id)
            FROM second_factors f WHERE user_id = ?
            """
        return try Row.fetchOne(db, sql: sql, arguments: [user]).map {
            try SecondFactor(since: $0[0], recoveryCodes: $0[1])
        }
    }

    /// - Throws: `DomainError.conflict` if the person has a second factor.
    static func insert(_ sealed: Data, lastStep: Int, of user: UserID, at time: Timestamp, _ db: Database) throws {
        guard try fetch(of: user, db) == nil else {
            throw DomainError.conflict("Two-factor authentication is already on.")
        }
        try db.execute(
            sql: "INSERT INTO second_factors (user_id, sealed, last_step, created_at) VALUES (?, ?, ?, ?)",
            arguments: [user, sealed, lastStep, time])
    }

    /// - Throws: `DomainError.conflict` if the person has none.
    static func delete(of user: UserID, _ db: Database) throws {
        try db.execute(sql: "DELETE FROM second_factors WHERE user_id = ?", arguments: [user])
        guard db.changesCount == 1 else { throw DomainError.noSecondFactor }
    }

    /// The encrypted key, and the step of the last code that was accepted.
    static func key(of user: UserID, _ db: Database) throws -> (sealed: Data, lastStep: Int)? {
        let sql = "SELECT sealed, last_step FROM second_factors WHERE user_id = ?"
        return try Row.fetchOne(db, sql: sql, arguments: [user]).map { (sealed: try $0[0], lastStep: try $0[1]) }
    }

    static func setLastStep(_ step: Int, of user: UserID, _ db: Database) throws {
        try db.execute(sql: "UPDATE second_factors SET last_step = ? WHERE user_id = ?", arguments: [step, user])
    }

    /// Replaces all of the person's recovery codes.
    static func setRecoveryCodes(_ digests: [SecretDigest], of user: UserID, _ db: Database) throws {
        try db.execute(sql: "DELETE FROM recovery_codes WHERE user_id = ?", arguments: [user])
        for digest in digests {
            try db.execute(
                sql: "INSERT INTO recovery_codes (user_id, digest) VALUES (?, ?)", arguments: [user, digest])
        }
    }

    /// - Returns: whether the person had the code, which is now used.
    static func useRecoveryCode(_ digest: SecretDigest, of user: UserID, _ db: Database) throws -> Bool {
        try db.execute(
            sql: "DELETE FROM recovery_codes WHERE user_id = ? AND digest = ?", arguments: [user, digest])
        return db.changesCount == 1
    }

    /// The encrypted keys of all people.
    static func allKeys(_ db: Database) throws -> [(user: UserID, sealed: Data)] {
        try Row.fetchAll(db, sql: "SELECT user_id, sealed FROM second_factors").map {
            (user: try $0[0], sealed: try $0[1])
        }
    }

    static func isAnyThere(_ db: Database) throws -> Bool {
        try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM second_factors)") ?? false
    }
}
