import Domain
import Hummingbird
import Storage

/// The settings' page of API keys.
struct KeyPages: Sendable {
    let services: Services

    /// `GET …/settings/keys`, with `made` once after a key was created.
    func show(_ call: Call<Owner>) async throws -> Response {
        let form = FormState(["expiry": KeyLifetime.quarter.rawValue])
        let (made, notice) = try services.newKeys.made(
            for: call, of: call.identity.browser, at: services.clock.now(), orSaying: .keyShown)
        return try await page(form, for: call.identity, notice: notice, made: made).response(isSecret: made != nil)
    }

    /// `POST …/settings/keys` redirects to the page that shows the key once.
    func create(_ call: Call<Owner>) async throws -> Response {
        let owner = call.identity
        return try await call.submit { form in
            let now = services.clock.now()
            let expiresAt = try KeyLifetime(in: form).end(from: now)?.description ?? ""
            let token = SecretToken(.apiKey)
            let key = try form.with("expiresAt", expiresAt).body(NewAPIKeyBody.self)
                .key(of: owner.organization, opening: token, at: now)
            let charge = try services.growth.adding(.key, by: owner.browser.user.id)
            _ = try await services.growth.charging(charge) {
                try await services.store.apiKeys.create(
                    key, digest: token.digest, limit: services.growth.limits.keys, once: nil)
            }
            let made = NewSecret(key, token, at: services.configuration.address)
            let name = services.newKeys.put(made, for: owner.browser.id, at: now)
            return .seeOther("\(owner.organization.keysPath)?made=\(name)")
        } refused: {
            try await page($0, for: owner)
        }
    }

    /// `POST …/settings/keys/{key}/revoke`
    func revoke(_ call: Call<Owner>) async throws -> Response {
        let organization = call.identity.organization
        return try await call.submit { _ in
            try await services.store.apiKeys.revoke(call.apiKeyID, of: organization, at: services.clock.now())
            return .seeOther(organization.keysPath, saying: .key)
        } refused: {
            try await page($0, for: call.identity)
        }
    }

    private func page(
        _ form: FormState, for owner: Owner, notice: String? = nil, made: NewSecret? = nil
    ) async throws -> Page {
        let now = services.clock.now()
        let items = try await services.store.apiKeys.keys(of: owner.organization).map { KeyItem($0, at: now) }
        return .settings(
            "keys", .keys, for: owner,
            content: KeysContent(
                head: SettingsHead(.keys, of: owner.organization, notice: notice, problem: form.problem),
                made: made, formPath: owner.organization.keysPath,
                keyName: form.field("name", "Name", hint: "What the key is for, such as Nightly report."),
                expiry: ChoiceField(
                    form.field("expiry", "Expires", as: "expiry"), KeyLifetime.allCases.map { ($0.rawValue, $0.words) }),
                valid: items.filter { $0.revokePath != nil }, ended: items.filter { $0.revokePath == nil }),
            script: .copy)
    }
}
