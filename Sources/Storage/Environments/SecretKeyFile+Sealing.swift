import Crypto

extension SecretKeyFile {
    /// The key for sealing something. It is made only while nothing is sealed that is of use: a lost one isn't replaced.
    ///
    /// - Throws: `StorageError.missingSecretKey`, and those of a file that can't be used.
    func sealingKey(_ connections: Connections) async throws -> SymmetricKey {
        if let key = try read() { return key }
        let isInUse = try await connections.read { db in
            try VariableRow.isAnySecretThere(db) || PushKeyRow.isInUse(db)
        }
        guard !isInUse else { throw StorageError.missingSecretKey(path: path) }
        return try create()
    }
}
