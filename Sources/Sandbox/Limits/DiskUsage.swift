import CProcess
package import Threads

/// What is in directories that somebody may be writing to: links are never followed, other file systems never entered.
package struct DiskUsage: Equatable, Sendable {
    package let bytes: Int
    package let files: Int
    /// Whether some of it can't be looked at: in a directory that is closed to us, or deeper than a path may be long.
    package let isHidden: Bool

    /// Blocks for as long as the walk takes, which may be minutes: `of(_:)` does it on a thread for that.
    ///
    /// - Parameters:
    ///   - files: to stop after, since to count them may take longer than to make them.
    ///   - cancellation: ends the walk early; what was counted by then is of no use.
    package init(of directories: [String], upTo files: Int = .max, unless cancellation: Cancellation = Cancellation()) {
        let paths = CStringList(directories)
        let usage = withExtendedLifetime((paths, cancellation)) {
            directory_usage(
                paths.pointer, Int64(files),
                { !Unmanaged<Cancellation>.fromOpaque($0).takeUnretainedValue().isCancelled },
                Unmanaged.passUnretained(cancellation).toOpaque())
        }
        bytes = Int(usage.bytes)
        self.files = Int(usage.files)
        isHidden = usage.isHidden
    }

    /// Counts on a thread of its own.
    ///
    /// - Throws: `CancellationError` when the calling task is cancelled.
    package static func of(_ directories: [String]) async throws -> DiskUsage {
        let usage = await threads.runCancellable { DiskUsage(of: directories, unless: $0) }
        try Task.checkCancellation()
        return usage
    }

    /// Walks that nobody waits for urgently go one after the other.
    private static let threads = WorkerThreads()
}
