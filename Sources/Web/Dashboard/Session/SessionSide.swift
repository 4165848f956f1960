import Domain

/// What stands at the side of a session's page: the plan, the pull request, the facts.
struct SessionSide {
    struct Task {
        let title: String
        let status: String
        let words: String
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

    let run: RunCard?
    let tasks: [Task]
    let hasTasks: Bool
    let progress: String
    let pullRequest: PullRequestCard?
    let facts: [Fact]

    init(_ excerpt: SessionExcerpt, isOwner: Bool, now: Timestamp) {
        let session = excerpt.session
        run = excerpt.run.map { RunCard($0, of: session, isOwner: isOwner) }
        tasks = excerpt.tasks.map { task in
            Task(
                title: task.title.firstLine(to: 300), status: task.status.rawValue,
                words: task.status == .completed ? "done" : task.status == .inProgress ? "in progress" : "to do")
        }
        hasTasks = !tasks.isEmpty
        progress = "\(excerpt.tasks.count { $0.status == .completed }) of \(tasks.count) done"
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
        facts.append(Fact(name: "Changed", time: ShownTime(session.updatedAt, now: now)))
        self.facts = facts
    }
}
