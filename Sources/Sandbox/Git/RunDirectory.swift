import Domain
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
    /// The files of people's messages, which the agent only reads.
    package var attachments: String { "\(path)/attachments" }
    /// What an agent's process printed.
    package func output(_ number: Int) -> String { "\(path)/output-\(number).ndjson" }
    /// A bare repository that no agent gets to see: what was cloned, and later what is pushed.
    var repository: String { "\(path)/repository.git" }
    /// Where commits wait on their way from the one to the other; git's home where it works for the agent.
    var exchange: String { "\(path)/exchange" }
    /// Git's home where it may have a credential: nothing that the agent could have written is in it.
    var gitHome: String { "\(path)/git-home" }

    package func create() throws {
        try createRepository()
        for directory in [workspace, home, exchange] { try PrivateDirectory.create(at: directory) }
        try createAttachments()
    }

    /// Creates the directory of attached files where it isn't there. It is open to the user who is the agent's when the
    /// server is root; nobody else comes by the directory above it.
    package func createAttachments() throws {
        try FileManager.default.createDirectory(
            atPath: attachments, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o755])
    }

    /// Creates what git needs where no agent is.
    func createRepository() throws {
        for directory in [repository, gitHome] { try PrivateDirectory.create(at: directory) }
    }

    /// Removes what a failed clone may have left.
    ///
    /// Nothing of an agent's may be there yet.
    package func clear() throws {
        for directory in [workspace, repository, exchange] {
            try FileManager.default.removeItem(atPath: directory)
        }
        try create()
    }

    /// Opens the working tree itself to its owner, without whom nothing can be started in it.
    func openWorkspace() throws {
        try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: workspace)
    }

    /// Gives its files another place at once, if there are any.
    package func move(to other: RunDirectory) throws {
        guard FileManager.default.fileExists(atPath: path) else { return }
        try FileManager.default.moveItem(atPath: path, toPath: other.path)
    }

    /// Removes it, also what is closed to us or deeper than a path may be long.
    ///
    /// - Throws: `SandboxError.notRemoved` when something is left.
    package func remove() async throws {
        guard FileManager.default.fileExists(atPath: path) else { return }
        let limits = SandboxLimits(diskBytes: .max)
        let profile = SandboxProfile(workspace: path, home: path, limits: limits)
        // Neither follows a symbolic link that it meets.
        let script = #"chmod -R u+rwX -- "$1" 2>/dev/null; cd / && rm -rf -- "$1""#
        let result = try await Sandbox(.none).run(["sh", "-c", script, "sh", path], in: profile)
        guard result.ending.isSuccess else { throw SandboxError.notRemoved(reason: result.ending.errorText.trimmed) }
    }
}
