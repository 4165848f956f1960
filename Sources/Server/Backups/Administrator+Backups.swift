package import Domain
import Storage

/// What `lodestone backup` made.
package struct BackupReport: Codable, Sendable {
    package let path: String
    package let createdAt: Timestamp
    package let bytes: Int
    /// Whether the key for secrets is in it; without secrets, there is none.
    package let hasKey: Bool
    package let isSealed: Bool
}

/// What `lodestone restore` did.
package struct RestoreReport: Codable, Sendable {
    package let dataDirectory: String
    package let createdAt: Timestamp
    /// The version that made the backup.
    package let version: String
    /// The directory with what was replaced; absent if there was nothing.
    package let replaced: String?
}

/// These commands work on files. They don't go through a running server.
extension Administrator {
    /// Backs up the data directory, whether or not a server is using it.
    ///
    /// - Throws: `BackupError`, `StorageError`.
    package func backUp(to destination: String, passphrase: HiddenText?) throws -> BackupReport {
        let writer = BackupWriter(of: directory, to: destination, passphrase: passphrase, maker: .command)
        let backup = try writer.write(at: Clock.system.now())
        return BackupReport(
            path: backup.path, createdAt: backup.manifest.createdAt, bytes: backup.manifest.bytes,
            hasKey: backup.manifest.hasKey, isSealed: backup.manifest.isSealed)
    }

    /// Replaces the database and the key with those of a backup, while no server uses the data directory.
    ///
    /// - Parameter endsBrowserSessions: whether everybody has to sign in again.
    /// - Throws: `BackupError`, `StorageError`.
    package func restore(
        _ path: String, passphrase: HiddenText?, endsBrowserSessions: Bool
    ) throws -> RestoreReport {
        let backup = try Backup(at: path)
        let restore = BackupRestore(
            of: backup, to: directory, passphrase: passphrase, endsBrowserSessions: endsBrowserSessions)
        return RestoreReport(
            dataDirectory: directory.path, createdAt: backup.manifest.createdAt, version: backup.manifest.lodestone,
            replaced: try restore.run(at: Clock.system.now()))
    }
}
