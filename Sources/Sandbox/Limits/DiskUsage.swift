import CProcess
package import Threads

/// Size of directories that may be changing meanwhile. Links are never followed, other file systems never entered.
package struct DiskUsage: Equatable, Sendable {
    package let bytes: Int
    package let files: Int
    /// Whether some of it cannot be read: in a directory without permissions, or nested deeper than a path can be long.
    package let isHidden: Bool

    /// Blocks the calling thread during the walk, which may take minutes; use `of(_:)` in asynchronous code.
    ///
    /// - Parameters:
    ///   - files: the number of files at which to stop, since counting may take longer than creating them.
    ///   - cancellation: stops the walk early; the result is then useless.
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

    /// Measures on a separate thread.
    ///
    /// - Throws: `CancellationError` when the calling task is cancelled.
    package static func of(_ directories: [String]) async throws -> DiskUsage {
        let usage = await threads.runCancellable { DiskUsage(of: directories, unless: $0) }
        try Task.checkCancellation()
        return usage
    }

    /// One thread: walks that are not urgent run one after the other.
    private static let threads = WorkerThreads()
}
