import Glibc

/// Tells how much room a file system has. It is a value, so that a test can say how much there is.
package struct DiskSpace: Sendable {
    /// How many bytes are free where a path is, for who isn't root; `.max` when that can't be told.
    package let freeBytes: @Sendable (_ path: String) -> Int

    package init(freeBytes: @escaping @Sendable (_ path: String) -> Int) {
        self.freeBytes = freeBytes
    }

    package static let system = DiskSpace { path in
        var status = statvfs()
        guard statvfs(path, &status) == 0 else { return .max }
        // A file system over the network may tell numbers beyond all bounds.
        let (bytes, isTooMuch) = Int(clamping: status.f_bavail)
            .multipliedReportingOverflow(by: Int(clamping: status.f_frsize))
        return isTooMuch ? .max : bytes
    }
}
