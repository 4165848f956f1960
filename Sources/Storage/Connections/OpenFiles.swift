import Glibc

/// The files of an open database. Whatever is written to one that has lost its name is lost with the process.
struct OpenFiles: Sendable {
    private struct Identity: Equatable, Sendable {
        let device: dev_t
        let inode: ino_t

        /// Looks without opening: to close a descriptor of the database would give up SQLite's locks on it.
        init?(of path: String) {
            var status = stat()
            guard stat(path, &status) == 0 else { return nil }
            device = status.st_dev
            inode = status.st_ino
        }
    }

    private let identities: [(path: String, identity: Identity)]

    /// Takes note of what is at the paths now, when the database has just been opened.
    init(ofDatabaseAt path: String) {
        identities = [path, path + "-wal", path + "-shm"].compactMap { path in
            Identity(of: path).map { (path, $0) }
        }
    }

    /// Why what is written isn't kept; `nil` while every file is in its place.
    var problem: String? {
        for (path, identity) in identities {
            let present = Identity(of: path)
            if present == nil { return "\(path) is gone, although the server has it open" }
            if present != identity { return "\(path) was replaced by another file, although the server has it open" }
        }
        return nil
    }
}
