import Glibc

/// Tells how much of a disk is free.
package struct DiskSpace: Sendable {
    /// How many bytes are free where a path is, for who isn't root; `.max` when that can't be told.
    package let freeBytes: @Sendable (_ path: String) -> Int

    package init(freeBytes: @escaping @Sendable (_ path: String) -> Int) {
        self.freeBytes = freeBytes
    }

    package static let system = DiskSpace { path in
        var status = statvfs()
        guard statvfs(path, &status) == 0 else { return .max }
        return Int(status.f_bavail) * Int(status.f_frsize)
    }
}
