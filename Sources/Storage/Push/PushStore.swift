import Crypto
package import Domain
package import FoundationEssentials
import GRDB

/// Subscribed devices, people's choice of notifications, and the queue of unsent ones.
package struct PushStore: Sendable {
    let connections: Connections
    let keyFile: SecretKeyFile

    /// The server's private key for push services, created at the first call. A new key would make every subscribed
    /// device unreachable, so an unreadable key is replaced only while no device has subscribed.
    ///
    /// - Parameter make: returns a new key, 32 bytes.
    /// - Throws: `StorageError` when the key file that encrypts it is missing or can't be used.
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
