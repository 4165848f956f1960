import Domain
import Hummingbird
import Storage

/// The settings' pages of environments, and of the network that agents reach.
struct EnvironmentPages: Sendable {
    let services: Services

    /// `GET …/settings/sandbox`
    func list(_ call: Call<Owner>) async throws -> Response {
        try await sandboxPage(for: call.identity, notice: call.notice()).response()
    }

    /// `GET …/settings/sandbox/new`
    func showNew(_ call: Call<Owner>) -> Response {
        newEnvironmentPage(FormState(), for: call.identity).response()
    }

    /// `POST …/settings/sandbox` redirects to the new environment, where its secrets are set.
    func create(_ call: Call<Owner>) async throws -> Response {
        let organization = call.identity.organization
        return try await call.submit(placing: [.conflict: "name"]) { form in
            let draft = try form.readingRepository(on: services.configuration.repositoryHosts)
                .environment(NewEnvironmentBody.self).draft(on: services.configuration.repositoryHosts)
            let id = EnvironmentID.random()
            let charge = try services.growth.adding(.environment, by: call.identity.browser.user.id)
            _ = try await services.growth.charging(charge) {
                try await services.store.environments.create(
                    draft, id: id, in: organization, at: services.clock.now(),
                    limit: services.growth.limits.environments, once: nil)
            }
            return .seeOther(organization.path(of: id), saying: .environmentAdded)
        } refused: {
            newEnvironmentPage($0, for: call.identity)
        }
    }

    /// `GET …/settings/sandbox/{environment}`
    func show(_ call: Call<Owner>) async throws -> Response {
        try await environmentPage(call, notice: call.notice()).response()
    }

    /// `POST …/settings/sandbox/{environment}` saves everything except the secrets.
    func edit(_ call: Call<Owner>) async throws -> Response {
        let organization = call.identity.organization
        return try await call.submit(placing: [.conflict: "name"]) { form in
            let edit = try form.readingRepository(on: services.configuration.repositoryHosts)
                .environment(EditEnvironmentBody.self).edit(on: services.configuration.repositoryHosts)
            _ = try await services.store.environments.apply(
                edit, to: call.environmentID, in: organization, at: services.clock.now())
            return .seeOther(organization.path(of: call.environmentID), saying: .environmentSaved)
        } refused: {
            try await environmentPage(call, settings: $0)
        }
    }

    /// `POST …/settings/sandbox/{environment}/secrets`
    func setSecret(_ call: Call<Owner>) async throws -> Response {
        let organization = call.identity.organization
        return try await call.submit(placing: [.conflict: "secret"]) { form in
            let (name, value) = try form.secret
            try await services.store.environments.setSecret(
                name, to: value, of: call.environmentID, in: organization, at: services.clock.now())
            return .seeOther(organization.path(of: call.environmentID), saying: .secretSet)
        } refused: {
            try await environmentPage(call, secret: $0)
        }
    }

    /// `POST …/settings/sandbox/{environment}/secrets/{name}/remove`
    func removeSecret(_ call: Call<Owner>) async throws -> Response {
        let organization = call.identity.organization
        return try await call.submit { _ in
            try await services.store.environments.removeSecret(
                call.existingSecretName, of: call.environmentID, in: organization,
                at: services.clock.now())
            return .seeOther(organization.path(of: call.environmentID), saying: .secretRemoved)
        } refused: {
            try await environmentPage(call, secret: $0)
        }
    }

    /// `POST …/settings/sandbox/{environment}/delete`
    func delete(_ call: Call<Owner>) async throws -> Response {
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
        .settings(
            "new-environment", .sandbox, for: owner, title: "New environment",
            content: NewEnvironmentContent(
                head: SettingsHead(
                    .sandbox, of: owner.organization, heading: "New environment", notice: nil, problem: form.problem),
                formPath: owner.organization.sandboxPath, fields: EnvironmentFormFields(form)))
    }

    /// - Throws: `DomainError.notFound` when the organization has no such environment.
    private func environmentPage(
        _ call: Call<Owner>, settings: FormState? = nil, secret: FormState = FormState(), notice: String? = nil
    ) async throws -> Page {
        let organization = call.identity.organization
        let environment = try await services.store.environments.find(call.environmentID, in: organization)
        let name = environment.outline.name
        return .settings(
            "environment", .sandbox, for: call.identity, title: name,
            content: EnvironmentContent(
                head: SettingsHead(
                    .sandbox, of: organization, heading: name, notice: notice,
                    problem: settings?.problem ?? secret.problem),
                fields: EnvironmentFormFields(settings ?? FormState(environment)), secret: secret,
                names: environment.secretNames, path: organization.path(of: environment.outline.id),
                sandboxPath: organization.sandboxPath))
    }

    private func sandboxPage(
        problem: String? = nil, network: FormState? = nil, for owner: Owner, notice: String? = nil
    ) async throws -> Page {
        let environments = try await services.store.environments.environments(of: owner.organization)
        let known = FormState(try await services.store.environments.network(of: owner.organization))
        return .settings(
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

extension SubmittedForm {
    /// The secret in a form.
    ///
    /// - Throws: `DomainError.invalid` with the errors of its name and its value.
    fileprivate var secret: (name: VariableName, value: SecretValue) {
        get throws {
            var errors: [FieldError] = []
            func read<Value>(_ field: String, _ parse: (String) throws(InvalidValue) -> Value) -> Value? {
                do throws(InvalidValue) {
                    return try parse(self[field])
                } catch {
                    errors.append(FieldError(field, error.detail))
                    return nil
                }
            }
            let name = read("secret") { text throws(InvalidValue) in try VariableName(text.trimmed) }
            let value = read("value", SecretValue.init(_:))
            guard let name, let value else { throw DomainError.invalid(fields: errors) }
            return (name, value)
        }
    }
}
