import CoreMetrics
import Domain
import Foundation
import Logging
import Sandbox
import ServiceLifecycle
import Storage
import TestSupport

@testable import Runs

/// A data directory with an organization, a repository on this machine, and the service that has an agent work.
///
/// The agent is a shell script that speaks `stream-json`, in the sandbox as any other.
final class RunHome: Sendable {
    let directory: TemporaryDirectory
    let store: DataStore
    let clock = TestClock()
    let author: Author
    let organization: OrganizationID
    let configuration: RunConfiguration

    static let repository = Repository(
        url: RepositoryURL(host: "git.test", owner: "acme", name: "app"), baseBranch: nil)

    /// - Parameters:
    ///   - known: a directory that was set up before.
    ///   - new: a directory that is to be set up; without both, one of its own is.
    init(
        agent script: String, in known: TemporaryDirectory? = nil, sharing new: TemporaryDirectory? = nil,
        queuesRuns: Bool = true,
        configure: (inout RunConfiguration) -> Void = { _ in }
    ) async throws {
        let directory = try known ?? new ?? TemporaryDirectory()
        self.directory = directory
        store = try DataStore(
            openIn: directory.dataDirectory, holding: directory.dataDirectory.lock(), logger: .silent,
            queuesRuns: queuesRuns)
        var configuration = RunConfiguration(
            agent: .custom("/bin/sh", ["-c", Self.prelude + script, "agent"]), directory: directory.path + "/runs",
            mirrors: directory.path + "/mirrors")
        configuration.searchPath = ProcessInfo.processInfo.environment["PATH"] ?? configuration.searchPath
        configuration.localHosts = ["git.test": directory.path + "/git"]
        configure(&configuration)
        self.configuration = configuration
        if known == nil {
            let owner = NewUser(
                id: UserID(rawValue: "user_alice"), name: "Alice Chen", email: try EmailAddress("alice@example.com"),
                passwordHash: "$scrypt$ln=4,r=1,p=1$x$x")
            _ = try await store.accounts.setUp(organization: "Acme", owner: owner, at: clock.now)
            try await Self.run(Self.repositoryScript(branch: "main"), at: directory.path + "/git/acme/app")
        }
        author = Author(id: UserID(rawValue: "user_alice"), name: "Alice Chen", imageURL: nil)
        let organizations = try await store.accounts.organizations()
        guard let organization = organizations.first else { throw DomainError.notFound("There is no organization.") }
        self.organization = organization.id
    }

    /// Functions for the scripts: `read_prompt` reads into `$prompt`, and `answer TEXT` answers.
    private static let prelude = #"""
        session=0b7ce7bb-8c9f-4a3e-9d3c-0c2f9f2f3b51
        line() { printf '{"session_id":"%s",%s}\n' "$session" "$1"; }
        begin() { line '"type":"system","subtype":"init"'; }
        say() { line '"type":"assistant","message":{"content":[{"type":"text","text":"'"$1"'"}]}'; }
        answer() { line '"type":"result","subtype":"success","is_error":false,"num_turns":1,"total_cost_usd":0.5,"usage":{"input_tokens":3,"output_tokens":2},"result":"'"$1"'"'; }
        read_prompt() { IFS= read -r prompt; }

        """#

    /// A script that makes a bare repository with one commit on a branch.
    private static func repositoryScript(branch: String) -> String {
        """
        git init -q --bare -b \(branch) . && tree=$(printf 'one\\n' | git hash-object -w --stdin) &&
        tree=$(printf '100644 blob %s\\tfile.txt\\n' $tree | git mktree) &&
        git update-ref refs/heads/\(branch) $(git commit-tree -m Start $tree)
        """
    }

    /// Another repository on this machine: with one commit on a branch, or empty.
    func makeRepository(_ name: String, branch: String?) async throws -> Repository {
        let script = branch.map(Self.repositoryScript) ?? "git init -q --bare -b main ."
        try await Self.run(script, at: "\(directory.path)/git/acme/\(name)")
        return Repository(url: RepositoryURL(host: "git.test", owner: "acme", name: name), baseBranch: nil)
    }

    /// Changes `file.txt` in the repository, like another person would.
    func commitToMain(_ text: String, as branch: String = "main") async throws {
        let script = """
            blob=$(printf '\(text)\\n' | git hash-object -w --stdin) &&
            tree=$(printf '100644 blob %s\\tfile.txt\\n' $blob | git mktree) &&
            git update-ref refs/heads/\(branch) $(git commit-tree -p main -m Other $tree)
            """
        try await Self.run(script, at: directory.path + "/git/acme/app")
    }

    /// Runs a script in a repository of this machine.
    func shell(_ script: String, in repository: String) async throws -> String {
        try await Self.run(script, at: "\(directory.path)/git/acme/\(repository)")
    }

    @discardableResult
    private static func run(_ script: String, at path: String) async throws -> String {
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        var profile = SandboxProfile(workspace: path, home: path)
        profile.environment = GitIdentity(name: "Ada", email: "ada@example.com").environment
        let result = try await Sandbox(.none).run(["sh", "-ec", script], in: profile)
        guard result.ending.isSuccess else { throw DomainError.invalid(result.ending.errorText) }
        return result.text
    }

    /// Has the service work for as long as the test does.
    ///
    /// - Parameter runners: how many runners there are, for a test that has its agents on them.
    func working(
        publisher: PullRequestPublisher? = nil, logger: Logger = .silent, runners: Int = 1,
        _ test: @Sendable @escaping () async throws -> Void
    ) async throws {
        guard RunPlace.current == .runner else {
            return try await working(publisher: publisher, logger: logger, RunnerHub(), test)
        }
        let hub = RunnerHub()
        try await working(publisher: publisher, logger: logger, hub, concurrency: 0) {
            defer { hub.shutDown() }
            try await self.withRunner(hub, count: runners, test)
        }
    }

    /// Has the service and runners of `hub` work for as long as the test does.
    ///
    /// - Parameter concurrency: how many runs the server's machine works on; `nil` for as many as configured.
    func working(
        publisher: PullRequestPublisher? = nil, logger: Logger = .silent, _ hub: RunnerHub, concurrency: Int? = nil,
        _ test: @Sendable @escaping () async throws -> Void
    ) async throws {
        var configuration = configuration
        configuration.concurrency = concurrency ?? configuration.concurrency
        configuration.gitHosts = ["git.test": GitHost(name: "git.test", publisher: publisher)]
        let runs = RunService(configuration, store: store, clock: clock.clock, runners: hub, logger: logger)
        let cleaning = WorkspaceCleaning(
            configuration, store: store, clock: clock.clock, metrics: NOOPMetricsHandler.instance, logger: .silent)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await runs.run() }
            group.addTask { await cleaning.run() }
            group.addTask(operation: test)
            defer { group.cancelAll() }
            // The services run until they are stopped.
            try await group.next()
        }
    }

    func create(_ prompt: String?, repository: Repository? = repository) async throws -> SessionID {
        let draft = SessionDraft(organizationID: organization, prompt: prompt, repository: repository, model: "test")
        let performed = try await store.sessions.create(draft, by: author, at: clock.now, once: nil)
        guard case .now(let session) = performed else { throw CancellationError() }
        return session.id
    }

    func say(_ prompt: String, in session: SessionID) async throws {
        _ = try await store.sessions.followUp(
            prompt, in: session, of: organization, by: author.id, at: clock.now, once: nil)
    }

    func detail(_ session: SessionID) async throws -> SessionDetail {
        try await store.sessions.detail(of: session, in: organization)
    }

    /// Waits until the session's run has ended.
    func end(of session: SessionID) async throws -> SessionDetail {
        // A busy machine may need minutes for it.
        try await eventually(within: .seconds(300)) { try await self.detail(session).run?.stage == .ended }
        return try await detail(session)
    }

    /// The texts of a session's messages.
    func texts(_ session: SessionID) async throws -> [String] {
        let page = try await store.sessions.messages(.after(0), of: session, in: organization, limit: 1000)
        return try page.messages.compactMap { try TranscriptLine(json: $0.json, number: 1).text }
    }

    func workspace(of session: SessionID) -> String { "\(configuration.directory)/\(session.rawValue)/workspace" }
}
