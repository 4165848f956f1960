import Domain
import HTTPTypes
import Hummingbird
import NIOCore
import Storage
import Titles

/// The form for a new session, and what its script asks for.
struct NewSessionPages: Sendable {
    /// The maximum length of a first message in an address, so that every proxy accepts the address.
    private static let longestMessage = 4000

    let services: Services

    /// `GET /organizations/{organization}/sessions/new`: the form, filled in with the person's latest choices or with
    /// values of the query: `message`, `repository`, `branch`, `model`, `environment`, `effort` and `mode`.
    func show(_ call: Call<Colleague>) async throws -> Response {
        let choices = try await choices(of: call.identity)
        let repository = try call.query("repository").map {
            RepositoryText.address(of: $0, on: services.configuration.repositoryHosts)
        }
        let isPrefilled = try repository != nil || call.query("message") != nil
        let usual = isPrefilled ? nil : choices.baseBranches.first
        let form = FormState([
            "initialMessage": try call.query("message") ?? "",
            "repoUrl": repository ?? choices.repositories.first?.description ?? "",
            "baseBranch": try call.query("branch") ?? usual ?? "",
            "model": try call.query("model") ?? choices.models.first ?? services.configuration.models.first?.id ?? "",
            "environmentId": try call.query("environment") ?? "",
            "effort": try call.query("effort") ?? AgentEffort.standard.rawValue,
            "mode": try call.query("mode") ?? SessionMode.auto.rawValue,
        ])
        return newPage(form, choices, [], call.identity).response()
    }

    /// `POST /organizations/{organization}/sessions/new` redirects to the new session.
    func create(_ call: Call<Colleague>) async throws -> Response {
        let organization = call.identity.organization
        return try await call.submit(
            with: FormFiles(of: call.identity, services),
            reading: { $0.readingOthers(on: services.configuration.repositoryHosts) }
        ) { form in
            let missing = form.missingFields
            guard missing.isEmpty else { throw DomainError.invalid(fields: missing) }
            let body = try form.with("organizationId", organization.rawValue).body(CreateSessionBody.self)
            var draft = try body.draft(in: organization, services.configuration)
            draft.attachments = try form.attachments()
            if let repository = draft.repository {
                try await services.branches.check(repository, isBranchNamed: !form["baseBranch"].isBlank)
            }
            let charge = try services.growth.session(by: call.identity.browser.user.id)
            let created = try await services.growth.charging(charge) { [draft] in
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

    /// `POST /organizations/{organization}/sessions/new/title`: the title for a message, as plain text.
    func previewTitle(_ call: Call<Colleague>) async throws -> Response {
        let message = try await call.submittedForm()["initialMessage"]
        return Response(
            status: .ok, headers: [.contentType: "text/plain; charset=utf-8"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: SessionTitle.generate(from: message))))
    }

    /// `GET /organizations/{organization}/sessions/new/branches?repository=`: a repository's branches for the form, the
    /// default branch first; an empty list if the host doesn't answer in time.
    func listBranches(_ call: Call<Colleague>) async throws -> Response {
        let hosts = services.configuration.repositoryHosts
        let text = RepositoryText.address(of: try call.query("repository") ?? "", on: hosts)
        guard let repository = try? RepositoryURL(text, allowedHosts: hosts),
            case .found(let found) = await services.branches.branches(of: repository)
        else { return .html(PageTemplates.render("branches", BranchList(names: []))) }
        let first = found.defaultBranch.map { [$0] } ?? []
        return .html(
            PageTemplates.render("branches", BranchList(names: first + found.branches.filter { !first.contains($0) })))
    }

    /// `GET …/duplicate` redirects to the form for a new session, filled in with this session's values.
    func duplicate(_ call: Call<Colleague>) async throws -> Response {
        let organization = call.identity.organization
        let excerpt = try await services.store.sessions.excerpt(
            .after(0), of: call.sessionID, in: organization, limit: 1)
        let session = excerpt.session
        let first = excerpt.messages.messages.first { $0.author != nil }
        let message = first.flatMap { try? TranscriptLine(json: $0.json, number: 1).text }
        let fields: [(name: String, value: String?)] = [
            ("repository", session.repository?.url.description), ("branch", session.repository?.baseBranch.description),
            ("model", session.model), ("environment", excerpt.environment?.id.rawValue),
            ("message", message.map { String($0.prefix(Self.longestMessage)) }),
        ]
        let known = fields.compactMap { field in field.value.map { (name: field.name, value: $0) } }
        return .seeOther("\(organization.newSessionPath)?\(known.queryText)")
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
                problem: form.problem, isDemo: services.configuration.isDemo,
                sessionsPath: person.organization.sessionsPath,
                composer: ComposerForm(
                    form, choices, files, models: services.configuration.models, organization: person.organization)),
            frame: PageFrame(person, in: nil), script: .newSession)
    }
}

extension SubmittedForm {
    /// The fields of a new session in which something must be typed.
    fileprivate var missingFields: [FieldError] {
        [
            self["initialMessage"].isBlank ? FieldError("initialMessage", "must describe the task") : nil,
            self["repoUrl"] == ComposerForm.other ? FieldError("repoUrl", "must be named, such as owner/name") : nil,
            self["model"] == ComposerForm.other ? FieldError("otherModel", "must be named") : nil,
        ].compactMap(\.self)
    }
}

/// The content of `new-session.mustache`.
private struct NewSessionContent {
    let problem: String?
    let isDemo: Bool
    let sessionsPath: String
    let composer: ComposerForm
}

/// The content of `branches.mustache`.
private struct BranchList {
    let names: [String]
}

extension BranchLookup {
    /// Checks that the repository and the branch exist, before anything is stored. If the host doesn't answer in time,
    /// they are assumed to exist.
    ///
    /// - Parameter isBranchNamed: whether a person chose the branch.
    /// - Throws: `DomainError.invalid` for a missing repository or branch.
    fileprivate func check(_ repository: Repository, isBranchNamed: Bool) async throws {
        var found = await branches(of: repository.url)
        if case .found(let known) = found, isBranchNamed, !known.mayHave(repository.baseBranch) {
            // The branch may just have been pushed.
            found = await branches(of: repository.url, isCurrent: true)
        }
        switch found {
        case .missing:
            let detail = "there is no repository \(repository.url.fullName), or this server has no access to it"
            throw DomainError.invalid(fields: [FieldError("repoUrl", detail)])
        case .found(let known) where isBranchNamed && !known.mayHave(repository.baseBranch):
            let guess = known.closest(to: repository.baseBranch).map { ". Did you mean \($0)?" } ?? ""
            let detail = "there is no branch \(repository.baseBranch) in \(repository.url.fullName)\(guess)"
            throw DomainError.invalid(fields: [FieldError("baseBranch", detail)])
        case .found, .unreachable:
            return
        }
    }
}
