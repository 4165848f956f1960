import Glibc

/// Measures the free space of a file system. A value, so that tests can supply their own numbers.
package struct DiskSpace: Sendable {
    /// Number of bytes available to ordinary users on the file system of a path; `.max` if unknown.
    package let freeBytes: @Sendable (_ path: String) -> Int

    package init(freeBytes: @escaping @Sendable (_ path: String) -> Int) {
        self.freeBytes = freeBytes
    }

    /// Asks the operating system (statvfs(3)).
    package static let system = DiskSpace { path in
        var status = statvfs()
        guard statvfs(path, &status) == 0 else { return .max }
        // A network file system may report enormous numbers.
        let (bytes, isTooMuch) = Int(clamping: status.f_bavail)
            .multipliedReportingOverflow(by: Int(clamping: status.f_frsize))
        return isTooMuch ? .max : bytes
    }
}
