package import Domain
import FoundationEssentials
import Glibc

/// The directory with all of a server's data. Only one process uses it at a time.
package struct DataDirectory: Sendable {
    package let path: String

    package init(path: String) {
        self.path = path
    }

    package var databasePath: String { path + "/lodestone.sqlite" }
    /// The socket for the administrator's commands.
    package var socketPath: String { path + "/admin.sock" }
    /// The workspaces and files of runs, in one directory per session.
    package var runsPath: String { path + "/runs" }
    var lockPath: String { path + "/lock" }
    /// Mirrors of repositories, from which workspaces are cloned.
    package var mirrorsPath: String { path + "/mirrors" }
    /// The archive of a session's workspace. It exists only while the workspace is stored as an archive.
    package func archivePath(of session: SessionID) -> String { "\(runsPath)/\(session.rawValue)/workspace.tar.gz" }
    /// The key that encrypts the secrets of environments and the server's key for push services.
    package var secretKeyPath: String { path + "/secrets.key" }
    /// The file with the setup link; see `SetUpLinkFile`.
    package var setUpLinkPath: String { path + "/setup-link" }

    /// Creates the directory if it is missing, accessible by its owner only.
    ///
    /// - Throws: `StorageError.unusableDirectory` when it can't be created or written.
    package func create() throws {
        do {
            try FileManager.default.createDirectory(
                atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw StorageError.unusableDirectory(path: path, reason: "it cannot be created")
        }
        guard access(path, W_OK | X_OK) == 0 else {
            throw StorageError.unusableDirectory(path: path, reason: String(cString: strerror(errno)))
        }
    }

    /// Checks the files before any of them is opened: no other user (nor group) may have access, and a lost database
    /// must not be silently replaced by a new one.
    ///
    /// - Throws: `StorageError.openToOthers`, `.lostDatabase`.
    func check(_ lock: DirectoryLock) throws {
        if let problem = openToOthers.first { throw problem }
        guard databaseSize == 0 else { return }
        if writeAheadLogSize > 0 {
            throw StorageError.lostDatabase(path: databasePath, beside: databasePath + "-wal")
        }
        if access(secretKeyPath, F_OK) == 0 {
            throw StorageError.lostDatabase(path: databasePath, beside: secretKeyPath)
        }
        if lock.hadDatabase { throw StorageError.lostDatabase(path: databasePath, beside: lockPath) }
        if let runs = try? FileManager.default.contentsOfDirectory(atPath: runsPath), !runs.isEmpty {
            throw StorageError.lostDatabase(path: databasePath, beside: runsPath)
        }
    }

    /// The files that only the service's user may access.
    var privateFiles: [String] { ["", "-wal", "-shm"].map { databasePath + $0 } + [secretKeyPath] }

    /// An error for the directory and for each of its files that another user may access.
    var openToOthers: [StorageError] {
        ([(path, 0o700)] + privateFiles.map { ($0, 0o600) })
            .compactMap { StorageError.ifOthersMayAccess($0, allowed: $1) }
    }

    /// Whether a process holds the directory's lock.
    var isInUse: Bool {
        let descriptor = open(lockPath, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        return flock(descriptor, LOCK_SH | LOCK_NB) != 0
    }

    /// Locks the directory for this process until the lock is released or the process ends.
    ///
    /// - Parameter milliseconds: how long to wait for a process that is ending. A child that a killed process had just
    ///   started holds the lock a moment longer.
    /// - Throws: `StorageError.directoryInUse` when another process holds the lock; otherwise `.foreignOwner` when this
    ///   process is root's and the directory isn't: its owner could not open the files that root creates in it.
    package func lock(waitingFor milliseconds: Int = 1000) throws -> DirectoryLock {
        let foreignOwner = foreignOwner.map { StorageError.foreignOwner(path: path, owner: $0) }
        if let foreignOwner, access(lockPath, F_OK) != 0 { throw foreignOwner }
        let lock = try DirectoryLock(path: lockPath, directory: path, milliseconds: milliseconds)
        if let foreignOwner { throw foreignOwner }
        return lock
    }

    private var foreignOwner: uid_t? {
        var status = stat()
        guard geteuid() == 0, stat(path, &status) == 0, status.st_uid != 0 else { return nil }
        return status.st_uid
    }
}

extension StorageError {
    /// The error for a file or directory that other users may access; `nil` if only its owner may, or if it is missing.
    ///
    /// - Parameter allowed: the mode that it should have.
    package static func ifOthersMayAccess(_ path: String, allowed: Int) -> StorageError? {
        var status = stat()
        guard stat(path, &status) == 0, status.st_mode & 0o077 != 0 else { return nil }
        return .openToOthers(path: path, mode: Int(status.st_mode & 0o7777), allowed: allowed)
    }
}

/// A held lock of a data directory, released with its last reference.
package final class DirectoryLock: Sendable {
    private let descriptor: CInt

    private static let interval = 10

    fileprivate init(path: String, directory: String, milliseconds: Int) throws {
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw StorageError.unusableDirectory(path: directory, reason: String(cString: strerror(errno)))
        }
        var left = milliseconds
        while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
            guard left > 0 else {
                close(descriptor)
                throw StorageError.directoryInUse(path: directory)
            }
            usleep(UInt32(Self.interval * 1000))
            left -= Self.interval
        }
        // Assigned last: if `init` throws after the assignment, `deinit` closes the descriptor a second time, and by
        // then it may belong to another file.
        self.descriptor = descriptor
    }

    deinit {
        close(descriptor)
    }

    /// Whether a database was ever created in the directory.
    var hadDatabase: Bool {
        var status = stat()
        return fstat(descriptor, &status) == 0 && status.st_size > 0
    }

    /// Records that a database exists, so that `check` notices if it is lost or emptied later.
    func noteDatabase() {
        guard !hadDatabase else { return }
        let note = "A database was made here.\n"
        _ = note.withCString { pwrite(descriptor, $0, note.utf8.count, 0) }
        fsync(descriptor)
    }
}
