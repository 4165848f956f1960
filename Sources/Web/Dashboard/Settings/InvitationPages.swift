import Domain
import Hummingbird
import Storage

/// The settings' page of invitations.
struct InvitationPages: Sendable {
    let services: Services

    /// `GET …/settings/invitations`, with `made` once after an invitation was created.
    func show(_ call: Call<Owner>) async throws -> Response {
        let (made, notice) = try services.newLinks.made(
            for: call, of: call.identity.browser, at: services.clock.now(), orSaying: .linkShown)
        return try await page(FormState(), for: call.identity, notice: notice, made: made).response(
            isSecret: made != nil)
    }

    /// `POST …/settings/invitations` redirects to the page that shows the link once.
    func create(_ call: Call<Owner>) async throws -> Response {
        try await call.submit { form in
            let now = services.clock.now()
            let draft = try form.body(NewInvitationBody.self).draft(by: call.identity, at: now)
            let token = SecretToken(.invitation)
            let charge = try services.growth.adding(.invitation, by: call.identity.browser.user.id)
            _ = try await services.growth.charging(charge) {
                try await services.store.invitations.create(
                    draft, id: token.invitationID, digest: token.digest, at: now,
                    limit: services.growth.limits.invitations, once: nil)
            }
            let link = NewLink(link: services.invitations.link(of: token), for: draft, at: now)
            let name = services.newLinks.put(link, for: call.identity.browser.id, at: now)
            return .seeOther("\(call.identity.organization.invitationsPath)?made=\(name)")
        } refused: {
            try await page($0, for: call.identity)
        }
    }

    /// `POST …/settings/invitations/{invitation}/revoke`
    func revoke(_ call: Call<Owner>) async throws -> Response {
        let organization = call.identity.organization
        return try await call.submit { _ in
            try await services.store.invitations.revoke(
                call.invitationID, to: organization, at: services.clock.now())
            return .seeOther(organization.invitationsPath, saying: .invitation)
        } refused: {
            try await page($0, for: call.identity)
        }
    }

    private func page(
        _ form: FormState, for owner: Owner, notice: String? = nil, made: NewLink? = nil
    ) async throws -> Page {
        let now = services.clock.now()
        let items = try await services.store.invitations.invitations(to: owner.organization).map {
            InvitationItem($0, at: now)
        }
        return .settings(
            "invitations", .invitations, for: owner,
            content: InvitationsContent(
                head: SettingsHead(.invitations, of: owner.organization, notice: notice, problem: form.problem),
                made: made, formPath: owner.organization.invitationsPath,
                role: ChoiceField(
                    form.field("role", "Role", hint: "Owners manage people, keys and settings."),
                    [("member", "Member"), ("owner", "Owner")]),
                pending: items.filter { $0.revokePath != nil }, earlier: items.filter { $0.revokePath == nil }),
            script: .copy)
    }
}
