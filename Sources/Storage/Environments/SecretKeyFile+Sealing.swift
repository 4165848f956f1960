import Crypto
import GRDB

extension SecretKeyFile {
    /// The key for encrypting a value, created if there is none. While stored values that are still needed are
    /// encrypted with a lost key, no new key is created.
    ///
    /// - Throws: `StorageError.missingSecretKey`, or `.unusableSecretKey` for a file that can't be used;
    ///   `DomainError.noSpace` on a full disk.
    func sealingKey(_ connections: Connections) async throws -> SymmetricKey {
        if let key = try read() { return key }
        let isInUse = try await connections.read(.ordinary, Self.isInUse)
        guard !isInUse else { throw StorageError.missingSecretKey(path: path) }
        return try create()
    }
    /// Whether any stored value that is still needed is encrypted with the key.
    static func isInUse(_ db: Database) throws -> Bool {
        try VariableRow.isAnySecretThere(db) || PushKeyRow.isInUse(db) || SecondFactorRow.isAnyThere(db)
    }
}
