import Domain
import FoundationEssentials
import Hummingbird
import Storage

/// The settings' page of runners.
struct RunnerTokenPages: Sendable {
    let services: Services

    /// `GET …/settings/runners`, with `made` once after a token was created.
    func show(_ call: Call<Owner>) async throws -> Response {
        let (made, notice) = try services.newRunnerTokens.made(
            for: call, of: call.identity.browser, at: services.clock.now(), orSaying: .tokenShown)
        return try await page(FormState(), for: call.identity, notice: notice, made: made).response(
            isSecret: made != nil)
    }

    /// `POST …/settings/runners` redirects to the page that shows the token once.
    func create(_ call: Call<Owner>) async throws -> Response {
        let owner = call.identity
        return try await call.submit { form in
            let now = services.clock.now()
            let secret = SecretToken(.runner)
            let token = try form.runnerToken.token(of: owner.organization, opening: secret, at: now)
            let charge = try services.growth.adding(.runnerToken, by: owner.browser.user.id)
            _ = try await services.growth.charging(charge) {
                try await services.store.runners.create(
                    token, digest: secret.digest, limit: services.growth.limits.runnerTokens, once: nil)
            }
            let made = NewSecret(token, secret, at: services.configuration.address)
            let name = services.newRunnerTokens.put(made, for: owner.browser.id, at: now)
            return .seeOther("\(owner.organization.runnersPath)?made=\(name)")
        } refused: {
            try await page($0, for: owner)
        }
    }

    /// `POST …/settings/runners/{token}/revoke`
    func revoke(_ call: Call<Owner>) async throws -> Response {
        let organization = call.identity.organization
        return try await call.submit { _ in
            try await services.store.runners.revoke(call.runnerTokenID, of: organization, at: services.clock.now())
            return .seeOther(organization.runnersPath, saying: .runnerToken)
        } refused: {
            try await page($0, for: call.identity)
        }
    }

    private func page(
        _ form: FormState, for owner: Owner, notice: String? = nil, made: NewSecret? = nil
    ) async throws -> Page {
        let now = services.clock.now()
        let items = try await services.store.runners.tokens(readableIn: owner.organization).map {
            RunnerTokenItem($0, in: owner.organization, at: now)
        }
        return .settings(
            "runners", .runners, for: owner,
            content: RunnersContent(
                head: SettingsHead(.runners, of: owner.organization, notice: notice, problem: form.problem),
                made: made, formPath: owner.organization.runnersPath,
                tokenName: form.field("name", "Name", hint: "Where its runners are, such as Build cluster."),
                tokenLabels: form.field(
                    "labels", "Labels", hint: "Separated by spaces, like gpu arm64. Environments can ask for them.",
                    isRequired: false),
                valid: items.filter { $0.revokePath != nil }, ended: items.filter { $0.revokePath == nil }),
            script: .copy)
    }
}

extension SubmittedForm {
    /// Decodes the form as the API's JSON body.
    ///
    /// - Throws: `DomainError.invalid` with all invalid fields.
    fileprivate var runnerToken: NewRunnerTokenBody {
        get throws {
            let content = RunnerTokenFormBody(
                name: self["name"].isEmpty ? nil : self["name"], labels: try runnerLabels(in: "labels"))
            return try JSONDecoder().decode(NewRunnerTokenBody.self, from: JSONEncoder().encode(content))
        }
    }
}

private struct RunnerTokenFormBody: Encodable {
    let name: String?
    let labels: RunnerLabels
}
