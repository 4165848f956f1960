import Domain

/// The side column of a session's page: the plan, the pull request and the details.
struct SessionSide {
    struct Task {
        let title: String
        let status: String
        let words: String

        /// - Parameter isOver: whether the session has ended, so that no task is in progress.
        init(_ task: AgentTask, isOver: Bool) {
            title = task.title.firstLine(to: 300)
            switch task.status {
            case .completed: (status, words) = ("completed", "done")
            case .inProgress, .pending:
                let isBegun = task.status == .inProgress
                status = isOver ? "left" : task.status.rawValue
                words = isOver ? "not done" : isBegun ? "in progress" : "to do"
            }
        }
    }

    struct Fact {
        let name: String
        var text: String?
        var address: String?
        var time: ShownTime?
        var isCode = false
    }

    struct PullRequestCard {
        let badge: PullRequestBadge
        let merged: ShownTime?
    }

    /// The link to the changes; `nil` if there are none.
    let review: ReviewLink?
    let run: RunCard?
    let tasks: [Task]
    let hasTasks: Bool
    let progress: String
    let pullRequest: PullRequestCard?
    let facts: [Fact]
    /// A summary for the folded column, such as `Plan 2/3 · 15 files`.
    let summary: String

    /// - Parameter wait: why a queued run doesn't begin.
    init(_ excerpt: SessionExcerpt, isOwner: Bool, wait: String?, now: Timestamp) {
        let session = excerpt.session
        review = excerpt.run?.changes.map { ReviewLink($0, of: session) }
        run = excerpt.run.flatMap { RunCard($0, of: session, isOwner: isOwner, wait: wait) }
        tasks = excerpt.tasks.map { Task($0, isOver: session.status != .active) }
        hasTasks = !tasks.isEmpty
        let done = excerpt.tasks.count { $0.status == .completed }
        progress = "\(done) of \(tasks.count) done"
        let parts = [tasks.isEmpty ? nil : "Plan \(done)/\(tasks.count)", excerpt.run?.changes?.fileWords]
        let words = parts.compactMap(\.self).joined(separator: " · ")
        summary = words.isEmpty ? "Details" : words
        pullRequest = session.pullRequest.map { pullRequest in
            PullRequestCard(
                badge: PullRequestBadge(pullRequest), merged: pullRequest.mergedAt.map { ShownTime($0, now: now) })
        }
        var facts: [Fact] = []
        if let repository = session.repository {
            facts.append(
                Fact(name: "Repository", text: repository.url.fullName, address: repository.url.description))
            facts.append(Fact(name: "Base branch", text: repository.baseBranch.description, isCode: true))
        }
        if let branch = session.branch { facts.append(Fact(name: "Branch", text: branch, isCode: true)) }
        if let environment = excerpt.environment { facts.append(Fact(name: "Environment", text: environment.name)) }
        facts.append(Fact(name: "Model", text: session.model, isCode: true))
        facts.append(Fact(name: "Messages", text: String(session.messageCount)))
        facts.append(Fact(name: "Created", time: ShownTime(session.createdAt, now: now)))
        facts.append(Fact(name: "Updated", time: ShownTime(session.updatedAt, now: now)))
        self.facts = facts
    }
}

/// The link from a session to its changes.
struct ReviewLink {
    let path: String
    let lines: LineCounts
    /// Such as `15 files`.
    let files: String

    init(_ changes: ChangeCount, of session: Session) {
        path = "\(session.organizationID.path(of: session.id))/changes"
        lines = LineCounts(changes)
        files = changes.fileWords
    }
}

extension ChangeCount {
    /// Such as `15 files`.
    var fileWords: String { files == 1 ? "1 file" : "\(files.grouped) files" }
}
