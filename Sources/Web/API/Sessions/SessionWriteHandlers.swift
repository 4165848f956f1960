import Domain
import Hummingbird
import Storage

/// Handlers that create, change and delete sessions.
struct SessionWriteHandlers: Sendable {
    let services: Services

    /// `POST /api/sessions`, as `create-session` of the reference describes it.
    func create(_ call: Call<Caller>) async throws -> Response {
        guard case .browser(let browser) = call.identity else {
            throw DomainError.keysCreateNoSessions
        }
        let (body, text) = try await call.bodyAndText(CreateSessionBody.self)
        let draft = try body.draft(
            in: call.identity.organization(body.organizationID), services.configuration)
        return try await call.created(
            text, by: call.identity, charging: try services.growth.session(by: browser.user.id),
            from: services.growth
        ) { json, session in
            json.field("session") { $0.session(session) }
        } create: { once in
            try await services.store.sessions.create(draft, by: browser.author, at: services.clock.now(), once: once)
        }
    }

    /// `PATCH /api/sessions/{id}` with `{title?, status?, model?, effort?, mode?}`.
    func edit(_ call: Call<Member>) async throws -> Response {
        let edit = try await call.body(EditSessionBody.self).edit
        let session = try await services.store.sessions.apply(
            edit, to: call.sessionID, of: call.identity.organization, by: call.identity.name,
            at: services.clock.now())
        return .json { $0.field("session") { $0.session(session) } }
    }

    /// `POST /api/sessions/{id}/stop` ends an active session; any other session stays as it is.
    func stop(_ call: Call<Member>) async throws -> Response {
        let session = try await services.store.sessions.stop(
            call.sessionID, of: call.identity.organization, by: call.identity.name, at: services.clock.now())
        return .json { $0.field("session") { $0.session(session) } }
    }

    /// `POST /api/sessions/{id}/archive`
    func archive(_ call: Call<Member>) async throws -> Response {
        try await setArchived(true, call)
    }

    /// `POST /api/sessions/{id}/unarchive`
    func unarchive(_ call: Call<Member>) async throws -> Response {
        try await setArchived(false, call)
    }

    /// `DELETE /api/sessions/{id}`, for its author and for owners.
    func delete(_ call: Call<Member>) async throws -> Response {
        let organization = call.identity.organization
        guard case .browser(let browser) = call.identity.caller, let role = browser.role(in: organization) else {
            throw DomainError.peopleDeleteSessions
        }
        try await services.store.sessions.delete(
            call.sessionID, of: organization, by: browser.user.id, as: role, at: services.clock.now())
        return Response(status: .noContent)
    }

    /// `POST /api/sessions/{id}/retry`: another attempt at work that failed, was stopped or never reached an agent. The
    /// body may be empty.
    func retry(_ call: Call<Member>) async throws -> Response {
        let (body, text) = try await call.optionalBodyAndText(RetryBody.self)
        return try await call.created(
            text, by: call.identity.caller, charging: try services.growth.retry(by: call.identity.caller),
            from: services.growth
        ) { json, session in
            json.field("session") { $0.session(session) }
        } create: { once in
            try await services.store.sessions.retry(
                call.sessionID, of: call.identity.organization, with: body?.draft ?? RetryDraft(),
                by: call.identity.name, at: services.clock.now(), once: once)
        }
    }

    /// `PUT /api/sessions/{id}/pull-request`, for agents that run outside our sandbox.
    func reportPullRequest(_ call: Call<Member>) async throws -> Response {
        guard case .apiKey = call.identity.caller else {
            throw DomainError.programsReportPullRequests
        }
        let pullRequest = try await call.body(PullRequestBody.self).pullRequest
        let session = try await services.store.sessions.report(
            pullRequest, for: call.sessionID, of: call.identity.organization, at: services.clock.now())
        return .json { $0.field("session") { $0.session(session) } }
    }

    /// `POST /api/sessions/{id}/allowed-hosts` with `{host}`, for owners: allows the host for the session's
    /// environment, or for the whole organization if the session has none. A running agent can reach the host with its
    /// next connection.
    func allowHost(_ call: Call<Member>) async throws -> Response {
        let organization = call.identity.organization
        guard case .browser(let browser) = call.identity.caller, browser.role(in: organization) == .owner else {
            throw DomainError.ownersAllowHosts
        }
        let host = try await call.body(AllowHostBody.self).host
        try await services.store.environments.allow(
            host, for: call.sessionID, of: organization, below: services.configuration.networkCeiling,
            at: services.clock.now())
        return .json { $0.field("host", host.description) }
    }

    private func setArchived(_ isArchived: Bool, _ call: Call<Member>) async throws -> Response {
        let session = try await services.store.sessions.setArchived(
            isArchived, call.sessionID, of: call.identity.organization, at: services.clock.now())
        return .json { $0.field("session") { $0.session(session) } }
    }
}

struct CreateSessionBody: Decodable {
    let organizationID: String
    private let prompt: String?
    private let repositoryURL: String?
    private let baseBranch: BranchName?
    private let environment: EnvironmentID?
    private let choices: AgentChoices
    private let attachments: [AttachmentID]

    init(from decoder: any Decoder) throws {
        var fields = try BodyFields(decoder)
        fields.require("organizationId")
        let organization = fields.text("organizationId") { text throws(InvalidValue) in
            try PlainText.line(text, maximum: 100)
        }
        prompt = fields.text("initialMessage", PlainText.prompt)
        repositoryURL = fields.text("repoUrl")
        baseBranch = fields.text("baseBranch", BranchName.init(_:))
        environment = fields.text("environmentId") { text throws(InvalidValue) in
            EnvironmentID(rawValue: try PlainText.line(text, maximum: 100))
        }
        choices = fields.choices()
        attachments = fields.attachments()
        if prompt == nil, !attachments.isEmpty { fields.fail("attachments", "are allowed only with an initialMessage") }
        organizationID = try fields.finish(organization)
    }

    /// - Throws: `DomainError.invalid` for a malformed repository address, or one on a host that isn't allowed.
    func draft(in organization: OrganizationID, _ configuration: WebConfiguration) throws -> SessionDraft {
        var draft = SessionDraft(
            organizationID: organization, prompt: prompt,
            repository: try repository(on: configuration.repositoryHosts),
            model: choices.model ?? configuration.models.first?.id, environment: environment, effort: choices.effort,
            mode: choices.mode)
        draft.attachments = attachments
        return draft
    }

    private func repository(on hosts: Set<String>) throws -> Repository? {
        try repositoryURL.map { try Repository(repoURL: $0, baseBranch: baseBranch, on: hosts) }
    }
}

/// The fields of a session that may be changed.
struct EditSessionBody: Decodable {
    let edit: SessionEdit

    init(from decoder: any Decoder) throws {
        var fields = try BodyFields(decoder)
        let title = fields.text("title") { text throws(InvalidValue) in
            try PlainText.line(text, maximum: SessionEdit.maximumTitleLength)
        }
        edit = SessionEdit(
            title: title, status: fields.choice("status", SessionStatus.self), choices: fields.choices())
        try fields.finish()
    }
}

/// The values that differ in another attempt.
struct RetryBody: Decodable {
    let draft: RetryDraft

    init(from decoder: any Decoder) throws {
        var fields = try BodyFields(decoder)
        let draft = RetryDraft(
            baseBranch: fields.text("baseBranch", BranchName.init(_:)),
            model: fields.text("model", AgentChoices.model),
            environment: fields.text("environmentId") { text throws(InvalidValue) in
                EnvironmentID(rawValue: try PlainText.line(text, maximum: 100))
            })
        self.draft = try fields.finish(draft)
    }
}

/// A pull request as programs report it and as exports store it.
struct PullRequestBody: Decodable {
    let pullRequest: PullRequest

    init(from decoder: any Decoder) throws {
        var fields = try BodyFields(decoder)
        fields.require("number", "url", "status")
        let givenNumber = fields.integer("number")
        if let givenNumber, givenNumber < 1 { fields.fail("number", "must be 1 or more") }
        let givenURL = fields.text("url", PullRequestURL.init(_:))
        let givenStatus = fields.choice("status", PullRequest.Status.self)
        let mergedAt = fields.time("mergedAt")
        if mergedAt != nil, let givenStatus, givenStatus != .merged {
            fields.fail("mergedAt", "is allowed only with the status merged")
        }
        let (number, url, status) = try fields.finish(givenNumber, givenURL, givenStatus)
        pullRequest = PullRequest(number: number, url: url, status: status, mergedAt: mergedAt)
    }
}

struct AllowHostBody: Decodable {
    let host: AllowedHost

    init(from decoder: any Decoder) throws {
        var fields = try BodyFields(decoder)
        fields.require("host")
        let host = fields.text("host") { text throws(InvalidValue) in
            let hosts = try [AllowedHost](listed: [text])
            guard let host = hosts.first else { throw InvalidValue("must be a host such as example.com") }
            return host
        }
        self.host = try fields.finish(host)
    }
}
