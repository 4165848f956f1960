import Domain
import HTTPTypes
import Hummingbird
import NIOCore
import Storage
import Titles

extension SessionPages {
    /// `GET /organizations/{organization}/sessions/new` offers what the person used last.
    func showNew(_ call: Call<Colleague>) async throws -> Response {
        let choices = try await choices(of: call.identity)
        let form = FormState([
            "repoUrl": choices.repositories.first?.description ?? "", "baseBranch": choices.baseBranches.first ?? "",
            "model": choices.models.first ?? services.configuration.models.first?.id ?? "",
            "effort": AgentEffort.standard.rawValue, "mode": SessionMode.auto.rawValue,
        ])
        return newPage(form, choices, [], call.identity).response()
    }

    /// `POST /organizations/{organization}/sessions/new` goes on to the session.
    func create(_ call: Call<Colleague>) async throws -> Response {
        let organization = call.identity.organization
        return try await call.submit(with: call.formFiles(services)) { form in
            guard !form["initialMessage"].isBlank else {
                throw DomainError.invalid(fields: [FieldError("initialMessage", "must say what is to be done")])
            }
            let body = try form.with("organizationId", organization.rawValue).body(CreateSessionBody.self)
            var draft = try body.draft(in: organization, services.configuration)
            draft.attachments = try form.attachments()
            let charge = try services.growth.session(by: call.identity.browser.user.id)
            let created = try await services.growth.paying(charge) { [draft] in
                try await services.store.sessions.create(
                    draft, by: call.identity.browser.author, at: services.clock.now(), once: nil)
            }
            guard case .now(let session) = created else { return .seeOther(organization.sessionsPath) }
            return .seeOther(organization.path(of: session.id))
        } refused: { form in
            let files = try await services.store.attachments.kept(
                by: form, of: call.identity, at: services.clock.now())
            return newPage(form, try await choices(of: call.identity), files, call.identity)
        }
    }

    /// `POST /organizations/{organization}/sessions/new/title`: the title that a message would get, as plain text.
    func previewTitle(_ call: Call<Colleague>) async throws -> Response {
        let message = try await call.submittedForm()["initialMessage"]
        return Response(
            status: .ok, headers: [.contentType: "text/plain; charset=utf-8"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: SessionTitle.generate(from: message))))
    }

    private func choices(of person: Colleague) async throws -> SessionChoices {
        try await services.store.sessions.choices(of: person.browser.user.id, in: person.organization)
    }

    private func newPage(
        _ form: FormState, _ choices: SessionChoices, _ files: [Attachment], _ person: Colleague
    ) -> Page {
        Page(
            template: "new-session", title: "New session",
            content: NewSessionContent(
                form, choices, files, models: services.configuration.models, organization: person.organization),
            frame: PageFrame(person, in: nil), scripts: ["new-session.js"])
    }
}

/// What `new-session.mustache` shows.
private struct NewSessionContent {
    let address: String
    let titleAddress: String
    let sessionsPath: String
    let problem: String?
    let message: FormField
    let repository: FormField
    let branch: FormField
    let agent: AgentFields
    let commandsPath: String
    let attachments: AttachmentField
    /// Absent while there is nothing to choose from.
    let environment: ChoiceField?

    init(
        _ form: FormState, _ choices: SessionChoices, _ files: [Attachment], models: [ModelChoice],
        organization: OrganizationID
    ) {
        attachments = AttachmentField(form, files, in: organization)
        address = organization.newSessionPath
        titleAddress = "\(organization.newSessionPath)/title"
        sessionsPath = organization.sessionsPath
        problem = form.problem
        message = form.field(
            "initialMessage", "What should be done?", hint: "The first message to the agent, Markdown if you like.")
        repository = form.field(
            "repoUrl", "Repository", type: "url", hint: "Such as https://github.com/owner/name.", isRequired: false,
            choices: choices.repositories.map(\.description))
        branch = form.field(
            "baseBranch", "Base branch", isRequired: false,
            choices: ([BranchName.main.description] + choices.baseBranches).withoutRepetition)
        agent = AgentFields(form, models: models, used: choices.models)
        commandsPath = "/api/commands?organizationId=\(organization)"
        environment = choices.environments.isEmpty ? nil : ChoiceField(form, choices.environments)
    }
}

extension ChoiceField {
    fileprivate init(_ form: FormState, _ environments: [EnvironmentOutline]) {
        let field = form.field(
            "environmentId", "Environment",
            hint: "How the sandbox is set up. Without a repository above, its own is worked on.", isRequired: false)
        let automatic = (choice: "", words: "The repository's, or else the default")
        self.init(field, [automatic] + environments.map { ($0.id.rawValue, $0.name) })
    }
}

extension [String] {
    fileprivate var withoutRepetition: [String] {
        var seen: Set<String> = []
        return filter { seen.insert($0).inserted }
    }
}
