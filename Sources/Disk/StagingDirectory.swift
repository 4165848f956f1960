import FoundationEssentials
import Glibc

/// A directory that is filled before it gets its name, so that whatever has the name is complete. It is locked while
/// this object exists: that tells it apart from one that a killed process left behind.
package final class StagingDirectory: Sendable {
    package let path: String
    private let directory: String
    private let descriptor: CInt

    /// How its name ends until it is finished.
    package static let suffix = ".partial"

    /// Creates the directory, accessible by its owner only.
    ///
    /// - Parameters:
    ///   - name: of the finished directory.
    ///   - directory: the directory that it is going to be in.
    package init(for name: String, in directory: String) throws(FileFailure) {
        let path = Self.path(for: name, in: directory)
        guard mkdir(path, 0o700) == 0 else { throw FileFailure(path) }
        let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0, flock(descriptor, LOCK_EX | LOCK_NB) == 0 else { throw FileFailure(path) }
        self.path = path
        self.directory = directory
        self.descriptor = descriptor
    }

    /// Where a directory is before it has its name. `removeAbandoned` removes what is there.
    package static func path(for name: String, in directory: String) -> String {
        "\(directory)/.\(name)\(suffix)"
    }

    deinit {
        close(descriptor)
    }

    /// Syncs the directory and gives it a name, which must not be in use.
    package func finish(as name: String) throws(FileFailure) {
        try PrivateFile.sync(path)
        try PrivateFile.rename(path, to: "\(directory)/\(name)")
        try PrivateFile.sync(directory)
    }

    package func discard() {
        try? FileManager.default.removeItem(atPath: path)
    }

    /// Removes what killed processes left in a directory.
    ///
    /// - Parameter prefix: how the names of the finished directories begin.
    package static func removeAbandoned(in directory: String, prefix: String) {
        for name in (try? FileManager.default.contentsOfDirectory(atPath: directory)) ?? []
        where name.hasPrefix(".\(prefix)") && name.hasSuffix(suffix) {
            let path = "\(directory)/\(name)"
            let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
            guard descriptor >= 0 else { continue }
            defer { close(descriptor) }
            if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { try? FileManager.default.removeItem(atPath: path) }
        }
    }
}
