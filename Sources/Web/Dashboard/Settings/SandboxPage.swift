import Domain
import Hummingbird
import Storage

extension SettingsPages {
    /// `GET …/settings/sandbox`
    func showEnvironments(_ call: Call<Owner>) async throws -> Response {
        try await sandboxPage(for: call.identity, notice: call.notice()).response()
    }

    /// `GET …/settings/sandbox/new`
    func showNewEnvironment(_ call: Call<Owner>) -> Response {
        newEnvironmentPage(FormState(), for: call.identity).response()
    }

    /// `POST …/settings/sandbox` redirects to the new environment, where its secrets are set.
    func addEnvironment(_ call: Call<Owner>) async throws -> Response {
        let organization = call.identity.organization
        return try await call.submit(placing: [.conflict: "name"]) { form in
            let draft = try form.readingRepository(on: services.configuration.repositoryHosts)
                .environment(NewEnvironmentBody.self).draft(on: services.configuration.repositoryHosts)
            let id = EnvironmentID.random()
            let charge = try services.growth.adding(.environment, by: call.identity.browser.user.id)
            _ = try await services.growth.paying(charge) {
                try await services.store.environments.create(
                    draft, id: id, in: organization, at: services.clock.now(),
                    limit: services.growth.limits.environments, once: nil)
            }
            return .seeOther(organization.path(of: id), saying: .environmentAdded)
        } refused: {
            newEnvironmentPage($0, for: call.identity)
        }
    }

    /// `POST …/settings/sandbox/{environment}/delete`
    func deleteEnvironment(_ call: Call<Owner>) async throws -> Response {
        let organization = call.identity.organization
        return try await call.submit { _ in
            try await services.store.environments.delete(call.environmentID, in: organization)
            return .seeOther(organization.sandboxPath, saying: .environmentDeleted)
        } refused: {
            try await sandboxPage(problem: $0.problem, for: call.identity)
        }
    }

    /// `POST …/settings/network` sets the network limit for all environments, and the hosts that are always allowed.
    func editNetwork(_ call: Call<Owner>) async throws -> Response {
        let organization = call.identity.organization
        return try await call.submit { form in
            let (ceiling, hosts) = try form.network
            _ = try await services.store.environments.setNetwork(of: organization, ceiling: ceiling, hosts: hosts)
            return .seeOther(organization.sandboxPath, saying: .network)
        } refused: {
            try await sandboxPage(problem: $0.problem, network: $0, for: call.identity)
        }
    }

    private func newEnvironmentPage(_ form: FormState, for owner: Owner) -> Page {
        page(
            "new-environment", .sandbox, for: owner, title: "New environment",
            content: NewEnvironmentContent(
                head: SettingsHead(
                    .sandbox, of: owner.organization, heading: "New environment", notice: nil, problem: form.problem),
                formPath: owner.organization.sandboxPath, fields: EnvironmentFormFields(form)))
    }

    private func sandboxPage(
        problem: String? = nil, network: FormState? = nil, for owner: Owner, notice: String? = nil
    ) async throws -> Page {
        let environments = try await services.store.environments.environments(of: owner.organization)
        let known = FormState(try await services.store.environments.network(of: owner.organization))
        return page(
            "sandbox", .sandbox, for: owner,
            content: SandboxContent(
                head: SettingsHead(
                    .sandbox, of: owner.organization, notice: notice, problem: problem),
                environments: environments.map { EnvironmentItem($0, in: owner.organization) },
                newPath: "\(owner.organization.sandboxPath)/new", network: network ?? known,
                networkPath: owner.organization.networkPath))
    }
}

extension FormState {
    fileprivate init(_ network: OrganizationNetwork) {
        self.init(["ceiling": network.ceiling.rawValue, "organizationHosts": network.hosts.lines])
    }
}

extension SubmittedForm {
    /// - Throws: `DomainError.invalid` with the invalid fields.
    fileprivate var network: (ceiling: NetworkAccess, hosts: [AllowedHost]) {
        get throws {
            var field = "ceiling"
            do throws(InvalidValue) {
                let ceiling = try NetworkAccess(checking: self[field])
                field = "organizationHosts"
                return (ceiling, try [AllowedHost](listed: lines(field)))
            } catch {
                throw DomainError.invalid(fields: [FieldError(field, error.detail)])
            }
        }
    }
}

/// The content of `sandbox.mustache`.
private struct SandboxContent {
    let head: SettingsHead
    let environments: [EnvironmentItem]
    let newPath: String
    let networkPath: String
    let ceiling: ChoiceField
    let hosts: FormField

    init(
        head: SettingsHead, environments: [EnvironmentItem], newPath: String, network: FormState,
        networkPath: String
    ) {
        self.head = head
        self.environments = environments
        self.newPath = newPath
        self.networkPath = networkPath
        ceiling = ChoiceField(
            network.field("ceiling", "Network limit", hint: "Environments can't allow more than this."),
            NetworkAccess.choices(default: .all, isChosen: false))
        hosts = network.field(
            "organizationHosts", "Hosts allowed for all sessions", hint: "Including sessions without an environment.",
            isRequired: false)
    }
}

/// The content of `new-environment.mustache`.
private struct NewEnvironmentContent {
    let head: SettingsHead
    let formPath: String
    let fields: EnvironmentFormFields
}

private struct EnvironmentItem {
    let called: String
    let isDefault: Bool
    /// A summary of its content.
    let contents: String
    let editPath: String
    let deletePath: String

    init(_ environment: SandboxEnvironment, in organization: OrganizationID) {
        let outline = environment.outline
        called = outline.name
        isDefault = outline.isDefault
        let parts = [
            outline.repository.map { "\($0.url.fullName) at \($0.baseBranch)" },
            environment.setupScript.map { _ in "set-up script" },
            Self.count(environment.variables.values.count, "variable"),
            Self.count(environment.secretNames.count, "secret"),
        ]
        let words = parts.compactMap(\.self).joined(separator: ", ")
        contents = words.isEmpty ? "Nothing set up yet" : words
        editPath = organization.path(of: outline.id)
        deletePath = "\(editPath)/delete"
    }

    private static func count(_ count: Int, _ noun: String) -> String? {
        count == 0 ? nil : "\(count) \(noun)\(count == 1 ? "" : "s")"
    }
}
