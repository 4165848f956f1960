import Glibc

/// How much room a file system has for files of this process.
enum FileSystemSpace {
    /// In bytes; `nil` when it can't be told.
    static func available(at path: String) -> Int? {
        var status = statvfs()
        guard statvfs(path, &status) == 0 else { return nil }
        return Int(clamping: status.f_bavail) * Int(clamping: status.f_frsize)
    }
}
