import Crypto
import Domain
import GRDB

/// Whether the key file fits a database.
enum KeyFit {
    /// Why stored secrets can't be decrypted with the key, or without one; `nil` when all can be, and when there are
    /// none.
    static func problem(with key: SymmetricKey?, _ db: Database) throws -> String? {
        guard let key else {
            return try SecretKeyFile.isInUse(db) ? "The database has secrets, but their key is missing." : nil
        }
        let seal = SecretSeal(key: key)
        do {
            for secret in try VariableRow.allSecrets(db) {
                _ = try seal.open(secret.sealed, secret.name, of: secret.environment)
            }
            for key in try SecondFactorRow.allKeys(db) { _ = try seal.openAuthenticatorKey(key.sealed, of: key.user) }
            if let sealed = try PushKeyRow.fetch(db), try PushKeyRow.isInUse(db) { _ = try seal.openPushKey(sealed) }
            return nil
        } catch let error as StorageError {
            return error.description
        }
    }
}
