import Domain
import Hummingbird
import Storage

/// The settings' page of the organization itself.
struct OrganizationPages: Sendable {
    let services: Services

    /// `GET …/settings`
    func show(_ call: Call<Owner>) throws -> Response {
        let owner = call.identity
        let name = owner.browser.memberships.first { $0.organization.id == owner.organization }?.organization.name
        return page(FormState(["name": name ?? ""]), for: owner, notice: try call.notice()).response()
    }

    /// `POST …/settings` renames the organization.
    func rename(_ call: Call<Owner>) async throws -> Response {
        let owner = call.identity
        return try await call.submit { form in
            let name = try form.body(RenameBody.self, keepingEmpty: true).name
            _ = try await services.store.accounts.rename(owner.organization, to: name)
            return .seeOther(owner.organization.settingsPath, saying: .renamed)
        } refused: {
            page($0, for: owner, notice: nil)
        }
    }

    private func page(_ form: FormState, for owner: Owner, notice: String?) -> Page {
        .settings(
            "organization", .organization, for: owner,
            content: OrganizationContent(
                head: SettingsHead(.organization, of: owner.organization, notice: notice, problem: form.problem),
                formPath: owner.organization.settingsPath,
                organizationName: form.field("name", "Name"), organizationID: owner.organization.rawValue))
    }
}

private struct OrganizationContent {
    let head: SettingsHead
    let formPath: String
    let organizationName: FormField
    let organizationID: String
}
