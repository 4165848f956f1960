import Domain
import Foundation
import Sandbox
import Storage

/// The workspace that a run's agent works in.
struct RunWorkspace: Sendable {
    let workspace: GitWorkspace
    let remote: GitRemote?
    /// The repository, with the branch that the work started from, which may be the default branch.
    let repository: Repository?
    let branch: BranchName
    let baseCommit: String
    /// Whether the workspace was made for this run.
    let isNew: Bool
    /// Earlier work of the session that could not be restored.
    var lost: [LeftOutWork] = []
    /// Whether the agent's own conversation files are available.
    var isRemembered = false
    /// Whether these files are older than the last ones that an agent worked on, which were lost with its runner.
    var isOlder = false
}

/// Prepares the workspace of a run, or reuses the one from an earlier run.
struct RunPreparation: Sendable {
    let context: RunContext

    private var worker: RunWorker { context.worker }
    private var run: ClaimedRun { context.run }

    func place() async throws -> RunWorkspace {
        var place = try await placeOfWork()
        // After a pull request was merged or closed, the agent starts a new conversation.
        if !place.isNew {
            place.isRemembered = true
        } else if !run.hasClosedPullRequest {
            place.isRemembered = await ConversationArchive(context: context).restore()
        }
        return place
    }

    private func placeOfWork() async throws -> RunWorkspace {
        let directory = context.directory
        let workspace = GitWorkspace(directory, sandbox: worker.sandbox, limits: worker.configuration.limits)
        let remote = run.session.repository.map { worker.configuration.remote(of: $0.url) }
        if let base = run.baseCommit, !run.hasClosedPullRequest,
            FileManager.default.fileExists(atPath: directory.workspace)
        {
            try await workspace.makeUsable()
            try directory.createAttachments()
            let branch = BranchName(unchecked: run.session.branch ?? Self.unnamedBranch)
            return RunWorkspace(
                workspace: workspace, remote: remote, repository: run.session.repository, branch: branch,
                baseCommit: base, isNew: false, isOlder: directory.isAway)
        }
        // Only a complete workspace is recorded: preparation may fail, for example when a host does not answer or the
        // server stops.
        if run.baseCommit != nil {
            try await worker.patiently { try await worker.store.runs.forgetWorkspace(of: run.number) }
        }
        try await directory.remove()
        try directory.create()
        if !run.hasClosedPullRequest, let earlier = try await worker.store.runs.earlierWork(of: run.number) {
            return try await restored(earlier, in: workspace, from: remote)
        }
        let (base, repository) = try await fill(workspace, from: remote)
        let branch = try await startBranch(in: workspace, remote)
        try await setUp(workspace)
        try await worker.patiently { try await worker.store.runs.begin(run.number, at: base) }
        return RunWorkspace(
            workspace: workspace, remote: remote, repository: repository, branch: branch, baseCommit: base, isNew: true)
    }

    /// Recreates a removed workspace from the pushed branch, or else from the stored patch.
    private func restored(
        _ earlier: (base: String, patch: [UInt8], isCut: Bool), in workspace: GitWorkspace, from remote: GitRemote?
    ) async throws -> RunWorkspace {
        let progress = CloneProgress(store: worker.store.runs, run: run.number, clock: worker.clock)
        if let remote, let name = run.session.branch.map(BranchName.init(unchecked:)),
            try await workspace.restore(
                name, since: earlier.base, from: remote, credential: worker.configuration.credential(for: remote),
                progress: { await progress.record($0) })
        {
            try await setUp(workspace)
            try await worker.patiently { try await worker.store.runs.begin(run.number, at: earlier.base, isNew: false) }
            return RunWorkspace(
                workspace: workspace, remote: remote, repository: run.session.repository, branch: name,
                baseCommit: earlier.base, isNew: true)
        }
        try context.directory.clear()
        let (start, repository) = try await fill(workspace, from: remote)
        let isMoved = remote != nil && run.session.branch == nil
        let branch = try await isMoved ? startBranch(in: workspace, remote) : goOn(in: workspace)
        let isApplied = earlier.isCut ? false : try await workspace.apply(earlier.patch, as: context.author)
        guard isApplied || !isMoved else { throw RunFailure.doesNotFit(on: repository) }
        var lost: [LeftOutWork] = []
        if !isApplied {
            lost = [
                LeftOutWork(
                    "earlier changes",
                    "They conflict with the repository as it is now, so the agent started without them.")
            ]
        }
        try await setUp(workspace)
        try await worker.patiently { try await worker.store.runs.begin(run.number, at: start, isNew: false) }
        return RunWorkspace(
            workspace: workspace, remote: remote, repository: repository, branch: branch, baseCommit: start,
            isNew: true,
            lost: lost)
    }

    /// The branch of a session without a repository.
    private static let unnamedBranch = "agent/session"

    private func goOn(in workspace: GitWorkspace) async throws -> BranchName {
        let branch = BranchName(unchecked: run.session.branch ?? Self.unnamedBranch)
        try await workspace.startBranch(branch)
        return branch
    }

    /// Creates a branch whose name is used neither by the remote nor by another session, even if that one was never
    /// pushed.
    private func startBranch(in workspace: GitWorkspace, _ remote: GitRemote?) async throws -> BranchName {
        var names = AgentBranch(for: run.session.title)
        if let remote {
            let credential = worker.configuration.credential(for: remote)
            names = try await workspace.agentBranch(for: run.session.title, on: remote, credential: credential)
            while try await !take(names.name) { names.skip(names.name) }
        }
        try await workspace.startBranch(names.name)
        return names.name
    }

    private func take(_ branch: BranchName) async throws -> Bool {
        try await worker.patiently {
            try await worker.store.runs.assignBranch(branch, for: run.number, at: worker.clock.now())
        }
    }

    /// - Returns: the commit that changes are compared with, and the repository with the branch it belongs to.
    private func fill(
        _ workspace: GitWorkspace, from remote: GitRemote?
    ) async throws -> (base: String, repository: Repository?) {
        guard let remote, let repository = run.session.repository else { return (try await workspace.create(), nil) }
        do {
            return (try await clone(workspace, remote, at: repository.baseBranch), repository)
        } catch let error as GitError {
            // The base branch defaults to `main`, which not every repository has.
            guard repository.baseBranch == Repository.defaultBaseBranch else { throw error }
            let credential = worker.configuration.credential(for: remote)
            switch try? await workspace.beginning(of: remote, credential: credential) {
            case .branch(let branch) where branch != repository.baseBranch:
                try context.directory.clear()
                let base = try await clone(workspace, remote, at: branch)
                try await worker.patiently {
                    try await worker.store.runs.setBaseBranch(branch, of: run.number, at: worker.clock.now())
                }
                return (base, Repository(url: repository.url, baseBranch: branch))
            case .empty:
                try context.directory.clear()
                return (try await workspace.create(), repository)
            case .unclear(let branch):
                throw RunFailure(
                    reason: """
                        The repository has no branch main and no default branch. Choose a base branch, such as \
                        \(branch).
                        """)
            default: throw error
            }
        }
    }

    private func clone(_ workspace: GitWorkspace, _ remote: GitRemote, at branch: BranchName) async throws -> String {
        let progress = CloneProgress(store: worker.store.runs, run: run.number, clock: worker.clock)
        return try await workspace.clone(
            remote, branch: branch, through: worker.configuration.mirrors,
            credential: worker.configuration.credential(for: remote)
        ) { await progress.record($0) }
    }

    private func setUp(_ workspace: GitWorkspace) async throws {
        try await worker.patiently {
            try await worker.store.runs.set(.preparing, of: run.number, at: worker.clock.now())
        }
        guard let script = context.environment?.setupScript else { return }
        let result = try await context.host.run(["sh", "-c", script], in: context.profile)
        guard result.ending.isSuccess else {
            throw RunFailure(setupScript: result, redactor: context.redactor)
        }
        try await workspace.ignoreUntrackedFiles()
    }
}

extension RunFailure {
    /// The stored patch does not apply to the base branch, which was changed since.
    fileprivate static func doesNotFit(on repository: Repository?) -> RunFailure {
        let branch = repository?.baseBranch.description ?? "the base branch"
        return RunFailure(
            reason: """
                The session's changes conflict with \(branch). They are kept as a patch; try again with another base \
                branch.
                """)
    }
}

/// Stores a clone's progress in steps of ten percent.
private actor CloneProgress {
    private let store: RunStore
    private let run: RunNumber
    private let clock: Clock
    private var last: RunProgress?

    init(store: RunStore, run: RunNumber, clock: Clock) {
        self.store = store
        self.run = run
        self.clock = clock
    }

    func record(_ progress: GitProgress) async {
        let next = RunProgress(step: progress.stage, percent: progress.percent / 10 * 10)
        guard next != last else { return }
        last = next
        try? await store.set(.cloning, next, of: run, at: clock.now())
    }
}
