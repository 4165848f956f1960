import Domain
import Hummingbird
import Storage

extension SettingsPages {
    /// `GET …/settings/sandbox/{environment}`
    func showEnvironment(_ call: Call<Owner>) async throws -> Response {
        try await environmentPage(call, notice: call.notice()).response()
    }

    /// `POST …/settings/sandbox/{environment}` saves everything except the secrets.
    func editEnvironment(_ call: Call<Owner>) async throws -> Response {
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
                VariableName(unchecked: call.parameter("name")), of: call.environmentID, in: organization,
                at: services.clock.now())
            return .seeOther(organization.path(of: call.environmentID), saying: .secretRemoved)
        } refused: {
            try await environmentPage(call, secret: $0)
        }
    }

    /// - Throws: `DomainError.notFound` when the organization has no such environment.
    private func environmentPage(
        _ call: Call<Owner>, settings: FormState? = nil, secret: FormState = FormState(), notice: String? = nil
    ) async throws -> Page {
        let organization = call.identity.organization
        let environment = try await services.store.environments.find(call.environmentID, in: organization)
        let name = environment.outline.name
        return page(
            "environment", .sandbox, for: call.identity, title: name,
            content: EnvironmentContent(
                head: SettingsHead(
                    .sandbox, of: organization, heading: name, notice: notice,
                    problem: settings?.problem ?? secret.problem),
                fields: EnvironmentFormFields(settings ?? FormState(environment)), secret: secret,
                names: environment.secretNames, path: organization.path(of: environment.outline.id),
                sandboxPath: organization.sandboxPath))
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
