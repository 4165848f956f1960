import Crypto
package import Disk
package import Domain
import FoundationEssentials
import GRDB
package import Threads

/// Makes backups of a data directory, whether or not a server is using it.
///
/// A backup is a directory rather than one file: its parts are plain files that `sqlite3` opens and `cp` restores, a
/// rename makes it appear complete, and nothing has to be unpacked, which would need the room twice.
package struct BackupWriter: Sendable {
    let source: DataDirectory
    let destination: String
    let passphrase: HiddenText?
    let maker: BackupManifest.Maker
    let space: DiskSpace

    /// Free bytes that a backup must leave, so that a database on the same disk goes on.
    private static let reserve = 64 << 20

    /// - Parameters:
    ///   - destination: the directory for backups, created if it is missing.
    ///   - passphrase: seals the copy of the key.
    package init(
        of source: DataDirectory, to destination: String, passphrase: HiddenText?, maker: BackupManifest.Maker,
        space: DiskSpace = .system
    ) {
        self.source = source
        self.destination = destination
        self.passphrase = passphrase
        self.maker = maker
        self.space = space
    }

    /// Makes a backup, which counts once it was checked and is on disk. It replaces nothing; nothing is left of one that
    /// failed. Blocks its thread.
    ///
    /// - Throws: `BackupError`, `StorageError` for a key file that can't be used, `CancellationError`.
    package func write(at time: Timestamp, unless cancellation: Cancellation = Cancellation()) throws -> Backup {
        guard source.databaseSize > 0 else { throw BackupError.noDatabase(path: source.databasePath) }
        try prepareDestination()
        StagingDirectory.removeAbandoned(in: destination, prefix: Backup.namePrefix)
        let name = Backup.name(at: time)
        guard !FileManager.default.fileExists(atPath: "\(destination)/\(name)") else {
            throw BackupError.unusableDestination(path: destination, reason: "\(name) is there already")
        }
        do {
            let staging = try StagingDirectory(for: name, in: destination)
            do {
                try fill(staging.path, at: time, cancellation)
                try staging.finish(as: name)
            } catch {
                staging.discard()
                throw error
            }
        } catch {
            throw explained(error)
        }
        return try Backup(at: "\(destination)/\(name)")
    }

    private func prepareDestination() throws(BackupError) {
        do {
            try FileManager.default.createDirectory(
                atPath: destination, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw .unusableDestination(path: destination, reason: "it cannot be made")
        }
        let (needed, free) = (roomNeeded, space.freeBytes(destination))
        guard free >= needed else { throw .noRoom(path: destination, needed: needed, free: free) }
    }

    private var roomNeeded: Int { source.databaseSize + source.writeAheadLogSize + Self.reserve }

    private func fill(_ directory: String, at time: Timestamp, _ cancellation: Cancellation) throws {
        let database = "\(directory)/\(BackupManifest.databaseName)"
        try DatabaseCopy.make(of: source.databasePath, at: database) { try cancellation.check() }
        try cancellation.check()
        // After the copy: the key of a secret that is in the copy exists by now.
        let key = try SecretKeyFile(path: source.secretKeyPath).read()
        try check(database, key, cancellation)
        try PrivateFile.sync(database)
        var files = [BackupManifest.File(BackupManifest.databaseName, try FileDigest(of: database))]
        if let key { files.append(try write(key, to: directory)) }
        let manifest = BackupManifest(
            createdAt: time, maker: maker, dataDirectory: source.path, sqlite: SQLiteVersion.current.description,
            files: files)
        try PrivateFile.write(manifest.json, to: "\(directory)/\(BackupManifest.fileName)")
    }

    private func write(_ key: SymmetricKey, to directory: String) throws -> BackupManifest.File {
        let name = passphrase == nil ? BackupManifest.keyName : BackupManifest.sealedKeyName
        let bytes = try passphrase.map { try SealedKey(key, passphrase: $0).json } ?? key.withUnsafeBytes { Array($0) }
        try PrivateFile.write(bytes, to: "\(directory)/\(name)")
        return BackupManifest.File(name, try FileDigest(of: "\(directory)/\(name)"))
    }

    private func check(_ path: String, _ key: SymmetricKey?, _ cancellation: Cancellation) throws {
        let copy = try DatabaseQueue(path: path)
        let problems = try copy.writeWithoutTransaction { db in
            try cancellation.ending(db) { db -> [String] in
                var problems = try DatabaseExamination.damage(db) + DatabaseExamination.searchDamage(db)
                if let key, let misfit = try KeyFit.problem(with: key, db) { problems.append(misfit) }
                return problems
            }
        }
        try copy.close()
        guard problems.isEmpty else { throw BackupError.damagedCopy(problems) }
    }

    private func explained(_ error: any Error) -> any Error {
        func noRoom() -> BackupError {
            .noRoom(path: destination, needed: roomNeeded, free: space.freeBytes(destination))
        }
        switch error {
        case is BackupError, is StorageError, is CancellationError: return error
        case let error as FileFailure:
            return FullDisk.isMeant(by: error.code) ? noRoom() : BackupError.failed(reason: error.description)
        case let error as DatabaseError where error.resultCode == .SQLITE_FULL: return noRoom()
        case let error as DatabaseError
        where error.resultCode == .SQLITE_CORRUPT || error.resultCode == .SQLITE_NOTADB:
            return BackupError.damagedCopy([error.message ?? "\(error.resultCode)"])
        case let error as DatabaseError:
            return BackupError.failed(reason: "\(source.databasePath): \(error.message ?? "\(error.resultCode)")")
        default: return BackupError.failed(reason: "\(error)")
        }
    }
}
