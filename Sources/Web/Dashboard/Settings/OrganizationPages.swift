import Domain
import Hummingbird
import Storage

/// The settings' page of the organization itself.
struct OrganizationPages: Sendable {
    let services: Services

    /// `GET …/settings`
    func show(_ call: Call<Owner>) async throws -> Response {
        try await page(for: call.identity, notice: call.notice()).response()
    }

    /// `POST …/settings` renames the organization.
    func rename(_ call: Call<Owner>) async throws -> Response {
        let owner = call.identity
        return try await call.submit { form in
            let name = try form.body(RenameBody.self, keepingEmpty: true).name
            _ = try await services.store.accounts.rename(owner.organization, to: name, at: services.clock.now())
            return .seeOther(owner.organization.settingsPath, saying: .renamed)
        } refused: {
            try await page($0, for: owner)
        }
    }

    /// `POST …/settings/two-factor`. Browsers don't send a check box that is off.
    func demandTwoFactor(_ call: Call<Owner>) async throws -> Response {
        let organization = call.identity.organization
        return try await call.submit { form in
            try await services.store.secondFactors.demand(
                form["ownersNeedTwoFactor"] == "true", in: organization, at: services.clock.now())
            return .seeOther(organization.settingsPath, saying: .twoFactorDemand)
        } refused: {
            try await page(problem: $0.problem, for: call.identity)
        }
    }

    /// - Parameter rename: a rejected form.
    private func page(
        _ rename: FormState? = nil, problem: String? = nil, for owner: Owner, notice: String? = nil
    ) async throws -> Page {
        let name = owner.browser.memberships.first { $0.organization.id == owner.organization }?.organization.name
        let form = rename ?? FormState(["name": name ?? ""])
        let isDemanded = try await services.store.secondFactors.isDemanded(in: owner.organization)
        let demand = FormState(["ownersNeedTwoFactor": isDemanded ? "true" : ""])
        return .settings(
            "organization", .organization, for: owner,
            content: OrganizationContent(
                head: SettingsHead(
                    .organization, of: owner.organization, notice: notice, problem: problem ?? form.problem),
                formPath: owner.organization.settingsPath,
                organizationName: form.field("name", "Name"), organizationID: owner.organization.rawValue,
                twoFactorPath: "\(owner.organization.settingsPath)/two-factor",
                ownersNeedTwoFactor: CheckField(
                    demand.field(
                        "ownersNeedTwoFactor", "Require two-factor authentication for owners",
                        hint: "An owner without it must set it up before doing anything else. API keys keep working.",
                        isRequired: false))))
    }
}

private struct OrganizationContent {
    let head: SettingsHead
    let formPath: String
    let organizationName: FormField
    let organizationID: String
    let twoFactorPath: String
    let ownersNeedTwoFactor: CheckField
}
