import Glibc

/// Identities of an open database's files. Data written to a file that was unlinked is lost when the process ends.
struct OpenFiles: Sendable {
    private struct Identity: Equatable, Sendable {
        let device: dev_t
        let inode: ino_t

        /// Uses `stat`, not `open`: closing any descriptor of the database would release SQLite's locks on it.
        init?(of path: String) {
            var status = stat()
            guard stat(path, &status) == 0 else { return nil }
            device = status.st_dev
            inode = status.st_ino
        }
    }

    private let identities: [(path: String, identity: Identity)]

    /// Records the files now at these paths; to be called right after the database was opened.
    init(ofDatabaseAt path: String) {
        identities = [path, path + "-wal", path + "-shm"].compactMap { path in
            Identity(of: path).map { (path, $0) }
        }
    }

    /// Why written data would be lost; `nil` while every file is still at its path.
    var problem: String? {
        for (path, identity) in identities {
            let present = Identity(of: path)
            if present == nil { return "\(path) was deleted while the server had it open" }
            if present != identity { return "\(path) was replaced by another file while the server had it open" }
        }
        return nil
    }
}
