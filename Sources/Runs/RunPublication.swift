import Domain
import Logging
import Sandbox
import Storage

/// Saves the agent's changes, pushes them and opens a pull request where possible.
struct RunPublication: Sendable {
    let context: RunContext
    let place: RunWorkspace

    private var redactor: SecretRedactor { context.redactor }
    private var worker: RunWorker { context.worker }
    private var run: ClaimedRun { context.run }

    /// - Parameter isFinished: whether the work may be pushed and become a pull request.
    /// - Returns: why there is no pull request although there are changes; the parts of the work that could not be
    ///   saved.
    /// - Throws: `GitError` when the work cannot be saved.
    func publish(isFinished: Bool) async throws -> (note: String?, leftOut: [LeftOutWork]) {
        let agent = worker.configuration.agent
        // The agent may have been killed at any point.
        try await place.workspace.makeUsable()
        let title = await title()
        let work = try await place.workspace.collectWork(
            since: place.baseCommit, as: place.branch, message: title, author: context.author,
            coAuthor: GitIdentity(name: agent.name, email: agent.email))
        let leftOut = place.lost + work.leftOut.map { LeftOutWork(redactor.redacting($0.name), $0.reason) }
        if work.tip != nil { try await saveChanges() }
        try await WorkspaceArchive(context: context).remove()
        guard work.tip != nil else { return (work.unfinished, leftOut) }
        if let unfinished = work.unfinished { return (unfinished, leftOut) }
        let leak = try await leak()
        if leak != nil || !isFinished { return (leak, leftOut) }
        return (try await pullRequestProblem(titled: title), leftOut)
    }

    /// The title of commits and the pull request: the session's title. If the server generated that from the prompt,
    /// the agent's first commit subject describes the work better.
    private func title() async -> String {
        guard run.session.titleSource == .generated else { return run.session.title }
        return await place.workspace.firstSubject(since: place.baseCommit, by: context.author) ?? run.session.title
    }

    /// Stores the diff with its secrets redacted.
    private func saveChanges() async throws {
        let changes = try await place.workspace.diff(of: place.branch, since: place.baseCommit)
        let redacted = SessionChanges(
            files: changes.files.map { file in
                ChangedFile(
                    path: redactor.redacting(file.path), oldPath: file.oldPath.map(redactor.redacting),
                    addedLines: file.addedLines, removedLines: file.removedLines)
            }, patch: try await redactor.redacted(changes.patch[...]), isCut: changes.isCut)
        try await worker.patiently {
            try await worker.store.runs.save(redacted, since: place.baseCommit, of: run.number, at: worker.clock.now())
        }
    }

    /// Searches the commits to push for secrets.
    ///
    /// - Returns: why nothing is pushed; `nil` when there are no secrets.
    private func leak() async throws -> String? {
        var places: [String]
        do {
            places = try await place.workspace.secrets(redactor, in: place.branch, since: place.baseCommit)
                .map(\.description)
        } catch {
            try Task.checkCancellation()
            return "Nothing was pushed, because the commits could not be checked for secrets: \(reason(of: error))"
        }
        let name = place.branch.description
        if redactor.redacting(name) != name { places.insert("the name of the branch", at: 0) }
        if places.isEmpty { return nil }
        // Withdraw the branch from the clone: the agent may still remove the secret from its history.
        try await place.workspace.withdraw(place.branch)
        worker.logger.notice(
            "nothing is pushed because of a secret",
            metadata: ["session": "\(run.session.id)", "places": "\(places.count)"])
        return "Nothing was pushed, because a secret was found in \(places.prefix(5).joined(separator: ", "))."
            + (places.count > 5 ? " There are more." : "")
    }

    private func pullRequestProblem(titled title: String) async throws -> String? {
        guard try await worker.store.runs.isActive(run.number) else {
            return "No pull request: the session was ended."
        }
        guard let repository = place.repository, let remote = place.remote else {
            return "No pull request: the session has no repository."
        }
        guard let host = worker.configuration.gitHosts[repository.url.host] else {
            return "No pull request: this server opens none on \(repository.url.host)."
        }
        guard let publisher = host.publisher else {
            return "No pull request: this server has no token for \(host.name). "
                + "The server's operator sets one (LODESTONE_GITHUB_TOKEN)."
        }
        let pullRequest: PullRequest
        do {
            if let reason = try await pushWithoutPullRequest(to: repository, remote) { return reason }
            let credential = worker.configuration.credential(for: remote)
            try await place.workspace.push(place.branch, to: remote, credential: credential)
            let draft = PullRequestDraft(
                repository: repository, branch: place.branch, title: redactor.redacting(title),
                body: redactor.redacting(body))
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
            return "The pull request \(pullRequest.url) was opened, but could not be recorded: \(reason(of: error))"
        }
    }

    /// Pushes work that cannot become a pull request because there is no branch to merge it into.
    ///
    /// - Returns: the reason; `nil` when a pull request is possible, and nothing was pushed.
    private func pushWithoutPullRequest(to repository: Repository, _ remote: GitRemote) async throws -> String? {
        let (workspace, credential) = (place.workspace, worker.configuration.credential(for: remote))
        let base = repository.baseBranch
        if try await workspace.isBegunEmpty(at: place.baseCommit) {
            try await workspace.pushFirst(
                place.branch, since: place.baseCommit, to: remote, as: base, credential: credential)
            return "The repository was empty, so the work was pushed to \(base) without a pull request."
        }
        guard try await !workspace.isOnBranch() else { return nil }
        try await workspace.push(place.branch, to: remote, credential: credential)
        return "The work was pushed to \(place.branch). No pull request: \(base) is not a branch."
    }

    /// The reason shown to the user; unexpected errors are logged in full.
    private func reason(of error: any Error) -> String {
        let failure = RunFailure(error)
        if !failure.isExpected, !Task.isCancelled {
            worker.logger.error(
                "publishing failed", metadata: ["session": "\(run.session.id)", "error": "\(error)"])
        }
        return failure.reason
    }

    private var body: String {
        run.prompts.first.map(\.text) ?? run.session.title
    }
}
