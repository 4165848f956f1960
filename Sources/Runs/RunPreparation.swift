import Domain
import Foundation
import Sandbox
import Storage

/// Where a run's agent works.
struct RunPlace: Sendable {
    let workspace: GitWorkspace
    let remote: GitRemote?
    let branch: BranchName
    let baseCommit: String
    /// Whether nothing of an earlier run is left.
    let isNew: Bool
}

/// Makes the place where a run's agent works, unless there is one from before.
struct RunPreparation: Sendable {
    let context: RunContext

    private var worker: RunWorker { context.worker }
    private var run: ClaimedRun { context.run }

    func place() async throws -> RunPlace {
        let directory = context.directory
        let workspace = GitWorkspace(directory, sandbox: worker.sandbox, limits: worker.configuration.limits)
        let remote = run.session.repository.map { worker.configuration.remote(of: $0.url) }
        if let base = run.baseCommit, !run.isOver, FileManager.default.fileExists(atPath: directory.workspace) {
            try await workspace.removeLocks()
            let branch = BranchName(unchecked: run.session.branch ?? Self.unnamedBranch)
            return RunPlace(workspace: workspace, remote: remote, branch: branch, baseCommit: base, isNew: false)
        }
        try await directory.remove()
        try directory.create()
        let base = try await fill(workspace, from: remote)
        let branch = try await startBranch(in: workspace, remote)
        try await setUp()
        try await worker.patiently { try await worker.store.runs.begin(run.number, at: base) }
        return RunPlace(workspace: workspace, remote: remote, branch: branch, baseCommit: base, isNew: true)
    }

    /// Of a session without a repository.
    private static let unnamedBranch = "agent/session"

    private func startBranch(in workspace: GitWorkspace, _ remote: GitRemote?) async throws -> BranchName {
        while true {
            let branch = try await workspace.startBranch(
                for: run.session.title, remote: remote, credential: worker.configuration.credential)
            guard remote != nil else { return branch }
            let isTaken = try await worker.patiently {
                try await worker.store.runs.takeBranch(branch, for: run.number, at: worker.clock.now())
            }
            if isTaken { return branch }
            // The next name: this one is taken in the workspace now.
        }
    }

    /// - Returns: the commit that changes are compared with.
    private func fill(_ workspace: GitWorkspace, from remote: GitRemote?) async throws -> String {
        guard let remote, let repository = run.session.repository else { return try await workspace.create() }
        let news = CloneNews(store: worker.store.runs, run: run.number, clock: worker.clock)
        return try await workspace.clone(
            remote, branch: repository.baseBranch, credential: worker.configuration.credential
        ) { await news.tell($0) }
    }

    private func setUp() async throws {
        try await worker.patiently {
            try await worker.store.runs.set(.preparing, of: run.number, at: worker.clock.now())
        }
        guard let script = context.environment?.setupScript else { return }
        let result = try await worker.sandbox.run(["sh", "-c", script], in: context.profile)
        guard result.ending.isSuccess else {
            throw RunFailure(setupScript: result, blotter: SecretBlotter(context.secrets))
        }
        // What it made for the agent's use, perhaps of secrets, is no part of the agent's work.
        let ignore = "git ls-files --others --exclude-standard | sed 's,^,/,' >> .git/info/exclude"
        _ = try await worker.sandbox.run(["sh", "-c", ignore], in: context.profile)
    }
}

/// Tells of a clone's progress, but not of each percent.
private actor CloneNews {
    private let store: RunStore
    private let run: RunNumber
    private let clock: Clock
    private var last: RunProgress?

    init(store: RunStore, run: RunNumber, clock: Clock) {
        self.store = store
        self.run = run
        self.clock = clock
    }

    func tell(_ progress: GitProgress) async {
        let news = RunProgress(step: progress.stage, percent: progress.percent / 10 * 10)
        guard news != last else { return }
        last = news
        try? await store.set(.cloning, news, of: run, at: clock.now())
    }
}
