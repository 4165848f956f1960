import Crypto
import Disk
package import Domain
import FoundationEssentials
import GRDB
import Glibc

/// Puts a backup's database and key into a data directory that no server is using.
package struct BackupRestore: Sendable {
    let backup: Backup
    let directory: DataDirectory
    let passphrase: HiddenText?
    let endsBrowserSessions: Bool

    static let keptPrefix = "replaced-"

    /// - Parameters:
    ///   - passphrase: opens a sealed key.
    ///   - endsBrowserSessions: whether everybody has to sign in again.
    package init(
        of backup: Backup, to directory: DataDirectory, passphrase: HiddenText?, endsBrowserSessions: Bool
    ) {
        self.backup = backup
        self.directory = directory
        self.passphrase = passphrase
        self.endsBrowserSessions = endsBrowserSessions
    }

    /// Verifies the backup, then replaces the directory's database and key. What was there is moved to a directory
    /// beside it. Until everything is verified and on disk nothing changes; a restore that is interrupted after that
    /// leaves a directory without a database, which no server starts on, and can be repeated.
    ///
    /// - Returns: the directory with what was replaced; `nil` if there was nothing.
    /// - Throws: `BackupError`; `StorageError` when a server uses the directory, or the database is another program's or
    ///   a newer version's.
    package func run(at time: Timestamp) throws -> String? {
        try Schema.checkOwnership(ofFileAt: "\(backup.path)/\(BackupManifest.databaseName)")
        try directory.create()
        let lock = try directory.lock()
        StagingDirectory.removeAbandoned(in: directory.path, prefix: Self.keptPrefix)
        do {
            let name = "\(Self.keptPrefix)\(Backup.name(at: time).dropFirst(Backup.namePrefix.count))"
            let staging = try StagingDirectory(for: name, in: directory.path)
            defer { staging.discard() }
            try fill(staging.path)
            let replaced = try replace(with: staging.path, keepingAs: "\(directory.path)/\(name)")
            lock.noteDatabase()
            return replaced
        } catch let error as FileFailure {
            throw FullDisk.isMeant(by: error.code) ? noRoom : BackupError.failed(reason: error.description)
        } catch let error as DatabaseError where error.resultCode == .SQLITE_FULL {
            throw noRoom
        }
    }

    private var noRoom: BackupError {
        .noRoom(path: directory.path, needed: backup.manifest.bytes, free: DiskSpace.system.freeBytes(directory.path))
    }

    private func fill(_ staging: String) throws {
        for file in backup.manifest.files {
            let digest = try FileDigest(of: backup.path(of: file), copyingTo: "\(staging)/\(file.name)")
            guard digest == file.digest else { throw BackupError.altered(path: backup.path(of: file)) }
        }
        let key = try unsealedKey(in: staging)
        let database = "\(staging)/\(BackupManifest.databaseName)"
        let queue = try DatabaseQueue(path: database)
        try queue.writeWithoutTransaction { db in
            let problems = try DatabaseExamination.damage(db) + DatabaseExamination.searchDamage(db)
            guard problems.isEmpty else { throw BackupError.damagedBackup(path: backup.path, problems) }
            if let key, let problem = try KeyFit.problem(with: key, db) { throw BackupError.otherKey(problem) }
            if endsBrowserSessions { try BrowserSessionRow.deleteAll(db) }
        }
        try queue.close()
        try PrivateFile.sync(database)
    }

    /// The backup's key, which is then also in the staging directory; `nil` if the backup has none.
    private func unsealedKey(in staging: String) throws -> SymmetricKey? {
        let path = "\(staging)/\(BackupManifest.keyName)"
        if backup.manifest.isSealed {
            guard let passphrase else { throw BackupError.passphraseNeeded }
            let sealed = "\(staging)/\(BackupManifest.sealedKeyName)"
            let key = try SealedKey.open(FileManager.default.contents(atPath: sealed) ?? Data(), passphrase: passphrase)
            try PrivateFile.write(key.withUnsafeBytes { Array($0) }, to: path)
            unlink(sealed)
            return key
        }
        return try SecretKeyFile(path: path).read()
    }

    /// The database is the first file to go and the last to come: while there is one, everything that belongs to it is
    /// there.
    private func replace(with staging: String, keepingAs kept: String) throws(FileFailure) -> String? {
        let old = ["", "-wal", "-shm"].map { "\(BackupManifest.databaseName)\($0)" } + [BackupManifest.keyName]
        let present = old.filter { FileManager.default.fileExists(atPath: "\(directory.path)/\($0)") }
        if !present.isEmpty {
            guard mkdir(kept, 0o700) == 0 else { throw FileFailure(kept) }
            try giveToOwner(kept)
        }
        for name in present { try PrivateFile.rename("\(directory.path)/\(name)", to: "\(kept)/\(name)") }
        for name in [BackupManifest.keyName, BackupManifest.databaseName] {
            let path = "\(staging)/\(name)"
            guard FileManager.default.fileExists(atPath: path) else { continue }
            try giveToOwner(path)
            try PrivateFile.rename(path, to: "\(directory.path)/\(name)")
        }
        try PrivateFile.sync(directory.path)
        return present.isEmpty ? nil : kept
    }

    /// If root restores, the files belong to the data directory's owner, as whom the server runs.
    private func giveToOwner(_ path: String) throws(FileFailure) {
        var owner = stat()
        guard geteuid() == 0, stat(directory.path, &owner) == 0 else { return }
        guard chown(path, owner.st_uid, owner.st_gid) == 0 else { throw FileFailure(path) }
    }
}
