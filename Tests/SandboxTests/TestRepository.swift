import Domain
import Foundation
import Sandbox
import TestSupport

/// A bare repository on this machine with one commit on `main`, and a run that is to work on it.
struct TestRepository {
    static let author = GitIdentity(name: "Ada Example", email: "ada@example.com")
    static let agent = GitIdentity(name: "Claude", email: "noreply@anthropic.com")

    let test: TestSandbox
    let directory: RunDirectory
    let workspace: GitWorkspace
    let mirrors: RepositoryMirrors

    /// - Parameter format: how it names its objects.
    init(_ isolation: Isolation, format: String = "sha1") async throws {
        var test = try TestSandbox(isolation)
        directory = RunDirectory(path: test.surroundings.path + "/run")
        try directory.create()
        try FileManager.default.createDirectory(
            atPath: test.surroundings.path + "/origin.git", withIntermediateDirectories: true)
        workspace = GitWorkspace(directory, sandbox: test.sandbox)
        mirrors = RepositoryMirrors(directory: test.surroundings.path + "/mirrors")
        test.profile.workspace = directory.workspace
        self.test = test
        _ = try await shell(
            """
            git init -q --bare -b main --object-format=\(format) $ORIGIN
            git init -q -b main --object-format=\(format) && git remote add origin $ORIGIN
            printf 'one\\ntwo\\n' > file.txt && git add . && git commit -qm Start && git push -q origin main
            rm -rf .git file.txt
            """)
    }

    var remote: GitRemote { .local(path: test.surroundings.path + "/origin.git") }

    /// Runs a script in the workspace as the test's author would, outside of any sandbox.
    @discardableResult
    func shell(_ script: String) async throws -> String {
        var profile = test.profile
        profile.environment = Self.author.environment
        profile.environment["GIT_CONFIG_GLOBAL"] = "/dev/null"
        profile.environment["ORIGIN"] = test.surroundings.path + "/origin.git"
        let result = try await Sandbox(.none).run(["sh", "-ec", script], in: profile)
        guard result.ending.isSuccess else { throw Failure(reason: result.ending.errorText) }
        return result.text
    }

    /// Runs a script as an agent would be run, up to the first command that fails.
    func agent(_ script: String) async throws -> ProcessEnding {
        var profile = test.profile
        profile.environment = Self.agent.environment
        return try await test.sandbox.run(["sh", "-ec", script], in: profile).ending
    }

    struct Failure: Error {
        let reason: String
    }

    func clone() async throws -> (base: String, branch: BranchName) {
        let base = try await workspace.clone(remote, branch: .main, through: mirrors, credential: nil)
        return (base, try await startBranch())
    }

    func startBranch() async throws -> BranchName {
        let branch = try await workspace.agentBranch(for: "Add a test", on: remote, credential: nil).name
        try await workspace.startBranch(branch)
        return branch
    }

    /// Takes what is in the workspace over, as at the end of a run.
    func takeOver(since base: String, as branch: BranchName) async throws -> String? {
        try await collectWork(since: base, as: branch).tip
    }

    func collectWork(since base: String, as branch: BranchName) async throws -> AgentWork {
        try await workspace.collectWork(
            since: base, as: branch, message: "Add a test", author: Self.author, coAuthor: Self.agent)
    }
}
