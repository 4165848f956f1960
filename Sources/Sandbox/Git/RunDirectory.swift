import Foundation

/// Where a run has its files.
package struct RunDirectory: Sendable {
    package let path: String

    package init(path: String) {
        self.path = path
    }

    /// The agent's: its working tree, and a clone's `.git` that may hold anything once it was there.
    package var workspace: String { "\(path)/workspace" }
    package var home: String { "\(path)/home" }
    /// A bare repository that no agent gets to see: what was cloned, and later what is pushed.
    var repository: String { "\(path)/repository.git" }
    /// Where commits wait on their way from the one to the other.
    var exchange: String { "\(path)/exchange" }

    package func create() throws {
        for directory in [workspace, home, repository, exchange] {
            try FileManager.default.createDirectory(
                atPath: directory, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        }
    }

    package func remove() throws {
        guard FileManager.default.fileExists(atPath: path) else { return }
        try FileManager.default.removeItem(atPath: path)
    }
}
