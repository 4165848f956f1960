import Domain
import Logging
import Sandbox
import Storage

/// Saves what an agent changed, and makes a pull request of it where that can be.
struct RunPublication: Sendable {
    let context: RunContext
    let place: RunPlace

    private var worker: RunWorker { context.worker }
    private var run: ClaimedRun { context.run }

    /// - Returns: why there is no pull request, when something was changed; what of the work could not be kept.
    /// - Throws: `GitError` when the work can't be saved.
    func publish() async throws -> (note: String?, leftOut: [LeftOutWork]) {
        let agent = worker.configuration.agent
        // The agent may have been ended in the middle of anything.
        try await place.workspace.removeLocks()
        let work = try await place.workspace.takeWork(
            since: place.baseCommit, as: place.branch, message: run.session.title, author: context.author,
            coAuthor: GitIdentity(name: agent.name, email: agent.email))
        guard work.tip != nil else { return (work.unfinished, place.lost + work.leftOut) }
        let changes = try await place.workspace.diff(of: place.branch, since: place.baseCommit)
        guard try await SecretBlotter(context.secrets).blotted(changes.patch[...]) == changes.patch else {
            throw RunFailure(reason: "The changes contain a secret of the environment, and were not kept.")
        }
        try await worker.patiently {
            try await worker.store.runs.save(
                changes, since: place.baseCommit, of: run.number, at: worker.clock.now())
        }
        let note = if let unfinished = work.unfinished { unfinished } else { try await pullRequestProblem() }
        return (note, place.lost + work.leftOut)
    }

    private func pullRequestProblem() async throws -> String? {
        guard try await worker.store.runs.isActive(run.number) else {
            return "There is no pull request since the session was ended."
        }
        guard let repository = place.repository, let remote = place.remote else {
            return "There is no pull request since the session has no repository."
        }
        guard let publisher = worker.publisher, publisher.host == repository.url.host else {
            return "There is no pull request since this server has no token for \(repository.url.host)."
        }
        let pullRequest: PullRequest
        do {
            try await place.workspace.push(place.branch, to: remote, credential: worker.configuration.credential)
            let draft = PullRequestDraft(
                repository: repository, branch: place.branch, title: run.session.title, body: body)
            pullRequest = try await publisher.open(draft)
        } catch {
            return "The pull request could not be opened: \(reason(of: error))"
        }
        do {
            try await worker.patiently {
                _ = try await worker.store.sessions.report(
                    pullRequest, for: run.session.id, of: run.session.organizationID, at: worker.clock.now())
            }
            return nil
        } catch {
            return "The pull request was opened, \(pullRequest.url), but not recorded: \(reason(of: error))"
        }
    }

    /// What a person is told; the log has the rest.
    private func reason(of error: any Error) -> String {
        let failure = RunFailure(error)
        if !failure.isExpected, !Task.isCancelled {
            worker.logger.error(
                "publishing fails", metadata: ["session": "\(run.session.id)", "error": "\(error)"])
        }
        return failure.reason
    }

    private var body: String {
        run.prompts.first.map(\.text) ?? run.session.title
    }
}
