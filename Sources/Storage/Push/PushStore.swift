import Crypto
package import Domain
package import FoundationEssentials
import GRDB

/// Whom to tell of what happens, on which devices, and what is yet to be told.
package struct PushStore: Sendable {
    let connections: Connections
    let keyFile: SecretKeyFile

    /// The server's private key for push services. It is made once: with another one, no device that has subscribed could
    /// be reached any more. Only while no device has, one that can't be read is replaced.
    ///
    /// - Parameter make: a new key, 32 bytes.
    /// - Throws: `StorageError` when the file that it is sealed with is missing or can't be used.
    package func privateKey(at time: Timestamp, making make: @Sendable () -> Data) async throws -> Data {
        let known = try await connections.read(.ordinary, PushKeyRow.fetch)
        do {
            if let known { return try open(known) }
        } catch let error as StorageError {
            guard try await !connections.read(.ordinary, PushKeyRow.isInUse) else { throw error }
        }
        let sealed = try SecretSeal(key: await keyFile.sealingKey(connections)).seal(pushKey: make())
        let settled = try await connections.writeContent { db in
            try PushKeyRow.replace(known, with: sealed, at: time, db)
            return try PushKeyRow.fetch(db)
        }
        return try open(settled ?? sealed)
    }

    private func open(_ sealed: Data) throws -> Data {
        guard let key = try keyFile.read() else { throw StorageError.missingSecretKey(path: keyFile.path) }
        return try SecretSeal(key: key).openPushKey(sealed)
    }
}
