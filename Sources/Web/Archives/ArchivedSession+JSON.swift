import Domain

/// The record of a session.
extension JSONWriter {
    mutating func fields(of session: ArchivedSession) {
        field("id", session.id.rawValue)
        field("organization", session.organization.rawValue)
        field("author", session.author.rawValue)
        field("title", session.title)
        field("titleSource", session.titleSource.rawValue)
        field("status", session.status.rawValue)
        field("failure", session.failure)
        field("model", session.model)
        if session.effort != .standard { field("effort", session.effort.rawValue) }
        if session.mode != .auto { field("mode", session.mode.rawValue) }
        field("repository", session.repository?.url.description)
        field("baseBranch", session.repository?.baseBranch.description)
        field("branch", session.branch)
        field("agentSessionId", session.agentSessionID)
        field("createdAt", session.createdAt)
        field("updatedAt", session.updatedAt)
        field("archivedAt", session.archivedAt)
        field("tasks") { $0.array(session.tasks) { $0.task($1) } }
        field("pullRequests") { $0.array(session.pullRequests) { $0.archivedPullRequest($1) } }
        field("currentPullRequest", session.currentPullRequest?.description)
    }

    private mutating func archivedPullRequest(_ pullRequest: PullRequest) {
        object { json in
            json.field("number", pullRequest.number)
            json.field("url", pullRequest.url.description)
            json.field("status", pullRequest.status.rawValue)
            json.field("mergedAt", pullRequest.mergedAt)
        }
    }
}

extension BodyFields {
    /// The fields of a session's record. Its texts are accepted as they are: another server checked them.
    mutating func archivedSession() throws -> ArchivedSession {
        require("id", "organization", "author", "title", "titleSource", "status", "model", "createdAt", "updatedAt")
        let givenID: SessionID? = identifier("id")
        let givenOrganization: OrganizationID? = identifier("organization")
        let givenAuthor: UserID? = identifier("author")
        let givenTitle = text("title")
        let givenSource = choice("titleSource", SessionSummary.TitleSource.self)
        let givenStatus = choice("status", SessionStatus.self)
        let givenModel = text("model")
        let givenCreation = time("createdAt")
        let givenUpdate = time("updatedAt")
        let givenTasks = list("tasks", TaskBody.self)?.map(\.task) ?? []
        let givenPullRequests = list("pullRequests", PullRequestBody.self)?.map(\.pullRequest) ?? []
        let repository = repository()
        let failure = text("failure")
        let branch = text("branch")
        let agentSessionID = text("agentSessionId")
        let archivedAt = time("archivedAt")
        let effort = choice("effort", AgentEffort.self) ?? .standard
        let mode = choice("mode", SessionMode.self) ?? .auto
        let currentPullRequest = text("currentPullRequest", PullRequestURL.init(_:))
        if (failure != nil) != (givenStatus == .failed) {
            fail("failure", "is required with the status failed, and not allowed without it")
        }
        if let givenCreation, let givenUpdate, givenUpdate < givenCreation {
            fail("updatedAt", "must not be before createdAt")
        }
        if let currentPullRequest, !givenPullRequests.contains(where: { $0.url == currentPullRequest }) {
            fail("currentPullRequest", "must be one of pullRequests")
        }
        let (id, organization, author) = try finish(givenID, givenOrganization, givenAuthor)
        let (title, titleSource, status) = try finish(givenTitle, givenSource, givenStatus)
        let (model, createdAt, updatedAt) = try finish(givenModel, givenCreation, givenUpdate)
        return ArchivedSession(
            id: id, organization: organization, author: author, title: title, titleSource: titleSource,
            status: status, failure: failure, model: model, repository: repository, branch: branch,
            agentSessionID: agentSessionID, createdAt: createdAt, updatedAt: updatedAt, archivedAt: archivedAt,
            tasks: givenTasks, pullRequests: givenPullRequests, currentPullRequest: currentPullRequest,
            effort: effort, mode: mode)
    }

    /// Accepts any host: the hosts that this server allows apply to new sessions, not to old ones.
    private mutating func repository() -> Repository? {
        let url = text("repository") { text throws(InvalidValue) in
            let host = text.dropFirst("https://".count).prefix { $0 != "/" }
            return try RepositoryURL(text, allowedHosts: [host.lowercased()])
        }
        let baseBranch = text("baseBranch", BranchName.init(_:))
        return url.map { Repository(url: $0, baseBranch: baseBranch) }
    }
}

private struct TaskBody: Decodable {
    let task: AgentTask

    init(from decoder: any Decoder) throws {
        var fields = try BodyFields(decoder)
        fields.require("id", "title", "status")
        let givenID = fields.text("id")
        let givenTitle = fields.text("title")
        let givenStatus = fields.choice("status", AgentTask.Status.self)
        let (id, title, status) = try fields.finish(givenID, givenTitle, givenStatus)
        task = AgentTask(id: id, title: title, status: status)
    }
}
