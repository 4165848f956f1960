import Domain
import Foundation

/// The files of one session's runs.
package struct RunDirectory: Sendable {
    package let path: String

    package init(path: String) {
        self.path = path
    }

    /// The agent's working tree, with a clone's `.git`. Once an agent has run, both may contain anything.
    package var workspace: String { "\(path)/workspace" }
    /// The agent's home directory.
    package var home: String { "\(path)/home" }
    /// The files attached to messages; read-only for the agent.
    package var attachments: String { "\(path)/attachments" }
    /// The output file of the agent process with this number.
    package func output(_ number: Int) -> String { "\(path)/output-\(number).ndjson" }
    /// A bare repository that agents never see: what was cloned, and later what is pushed.
    var repository: String { "\(path)/repository.git" }
    /// Holds the bundles that carry commits from the workspace to the repository; git's home when it works in the
    /// workspace.
    var exchange: String { "\(path)/exchange" }
    /// Git's home when it may have a credential: the agent cannot write to it.
    var gitHome: String { "\(path)/git-home" }

    /// Creates the directories of a run; existing ones are unchanged.
    package func create() throws {
        try createRepository()
        for directory in [workspace, home, exchange] { try PrivateDirectory.create(at: directory) }
        try createAttachments()
    }

    /// Creates the directory of attached files unless it exists. It is readable for other users, since the agent has a
    /// user of its own when the server is root; the directory above it keeps everybody else out.
    package func createAttachments() throws {
        try FileManager.default.createDirectory(
            atPath: attachments, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o755])
    }

    /// Creates the directories that git needs outside the workspace.
    func createRepository() throws {
        for directory in [repository, gitHome] { try PrivateDirectory.create(at: directory) }
    }

    /// Removes the remains of a failed clone.
    ///
    /// Call this only before an agent has run.
    package func clear() throws {
        for directory in [workspace, repository, exchange] {
            try FileManager.default.removeItem(atPath: directory)
        }
        try create()
    }

    /// Marks the files here as older than those on a runner, which are lost if the runner is.
    private var away: String { "\(path)/away" }

    package var isAway: Bool { FileManager.default.fileExists(atPath: away) }

    package func setAway(_ isAway: Bool) throws {
        if isAway {
            guard FileManager.default.createFile(atPath: away, contents: nil) else {
                throw CocoaError(.fileWriteUnknown)
            }
        } else if self.isAway {
            try FileManager.default.removeItem(atPath: away)
        }
    }

    /// Restores the owner's permissions on the working tree itself: no command can start in it without them.
    package func openWorkspace() throws {
        try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: workspace)
    }

    /// Renames the directory atomically; does nothing if it does not exist.
    package func move(to other: RunDirectory) throws {
        guard FileManager.default.fileExists(atPath: path) else { return }
        try FileManager.default.moveItem(atPath: path, toPath: other.path)
    }

    /// Removes the directory, even if parts have no permissions or are nested deeper than a path can be long.
    ///
    /// - Throws: `SandboxError.notRemoved` when something is left.
    package func remove() async throws {
        guard FileManager.default.fileExists(atPath: path) else { return }
        let limits = SandboxLimits(diskBytes: .max)
        let profile = SandboxProfile(workspace: path, home: path, limits: limits)
        // Neither command follows symbolic links inside the directory.
        let script = #"chmod -R u+rwX -- "$1" 2>/dev/null; cd / && rm -rf -- "$1""#
        let result = try await Sandbox(.none).run(["sh", "-c", script, "sh", path], in: profile)
        guard result.ending.isSuccess else { throw SandboxError.notRemoved(reason: result.ending.errorText.trimmed) }
    }
}
