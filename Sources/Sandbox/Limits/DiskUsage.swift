import CProcess

/// What is in directories that somebody may be writing to: links are never followed, other file systems never entered.
package struct DiskUsage: Equatable, Sendable {
    package let bytes: Int
    package let files: Int
    /// Whether some of it can't be looked at: in a directory that is closed to us, or deeper than a path may be long.
    package let isHidden: Bool

    /// - Parameter files: to stop after, since to count them may take longer than to make them.
    package init(of directories: [String], upTo files: Int = .max) {
        let paths = CStringList(directories)
        let usage = withExtendedLifetime(paths) { directory_usage(paths.pointer, Int64(files)) }
        bytes = Int(usage.bytes)
        self.files = Int(usage.files)
        isHidden = usage.isHidden
    }
}
