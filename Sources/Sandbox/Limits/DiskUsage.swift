import CProcess
import Glibc

/// What is in directories that somebody may be writing to: links are never followed, other file systems never entered.
package struct DiskUsage: Equatable, Sendable {
    package private(set) var bytes = 0
    package private(set) var files = 0
    /// Whether some of it can't be looked at: in a directory that is closed to us, or deeper than a path may be long.
    package private(set) var isHidden = false

    /// - Parameter files: to stop after, since to count them may take longer than to make them.
    package init(of directories: [String], upTo files: Int = .max) {
        let paths = CStringList(directories)
        guard let walk = fts_open(paths.pointer, FTS_PHYSICAL | FTS_NOCHDIR | FTS_XDEV, nil) else { return }
        defer { fts_close(walk) }
        while self.files <= files, let entry = fts_read(walk) {
            switch Int32(entry.pointee.fts_info) {
            case FTS_DP: continue
            case FTS_DNR, FTS_ERR, FTS_NS: isHidden = isHidden || entry.pointee.fts_errno != ENOENT
            default:
                self.files += 1
                bytes += Int(process_disk_bytes(entry))
            }
        }
    }
}
