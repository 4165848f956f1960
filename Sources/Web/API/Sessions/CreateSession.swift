import Domain
import Hummingbird
import Storage

extension SessionHandlers {
    /// `POST /api/sessions`, as `create-session` of the reference describes it.
    func create(_ call: Call<Caller>) async throws -> Response {
        guard case .browser(let browser) = call.identity else {
            throw DomainError.invalid(
                "API keys can't create sessions, because a session belongs to a person. Sign in and send the cookie.")
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
