import Domain
import Hummingbird
import Storage

extension SettingsPages {
    /// `GET …/settings/invitations`
    func showInvitations(_ call: Call<Owner>) async throws -> Response {
        try await invitationsPage(FormState(), for: call.identity, notice: call.notice()).response()
    }

    /// `POST …/settings/invitations` shows the link, which is the only time.
    func invite(_ call: Call<Owner>) async throws -> Response {
        try await call.submit { form in
            let now = services.clock.now()
            let draft = try form.body(NewInvitationBody.self).draft(by: call.identity, at: now)
            let token = SecretToken(.invitation)
            _ = try await services.store.invitations.create(
                draft, id: token.invitationID, digest: token.digest, at: now, once: nil)
            return try await invitationsPage(
                FormState(), for: call.identity, made: NewLink(link: services.link(of: token), for: draft, at: now)
            ).response(.created)
        } refused: {
            try await invitationsPage($0, for: call.identity)
        }
    }

    /// `POST …/settings/invitations/{invitation}/revoke`
    func revokeInvitation(_ call: Call<Owner>) async throws -> Response {
        let organization = call.identity.organization
        return try await call.submit { _ in
            try await services.store.invitations.revoke(
                call.invitationID, to: organization, at: services.clock.now())
            return .seeOther(organization.invitationsPath, saying: .invitation)
        } refused: {
            try await invitationsPage($0, for: call.identity)
        }
    }

    private func invitationsPage(
        _ form: FormState, for owner: Owner, notice: String? = nil, made: NewLink? = nil
    ) async throws -> Page {
        let now = services.clock.now()
        let items = try await services.store.invitations.invitations(to: owner.organization).map {
            InvitationItem($0, at: now)
        }
        return page(
            "invitations", .invitations, for: owner,
            content: InvitationsContent(
                head: SettingsHead(.invitations, of: owner.organization, notice: notice, problem: form.problem),
                made: made, formPath: owner.organization.invitationsPath,
                role: ChoiceField(
                    form.field("role", "Role", hint: "Owners manage people, keys and settings."),
                    [("member", "Member"), ("owner", "Owner")]),
                pending: items.filter { $0.revokePath != nil }, earlier: items.filter { $0.revokePath == nil }),
            scripts: ["copy.js"])
    }
}

private struct InvitationsContent {
    let head: SettingsHead
    let made: NewLink?
    let formPath: String
    let role: ChoiceField
    let pending: [InvitationItem]
    let earlier: [InvitationItem]
}

/// The link of an invitation that was made just now.
private struct NewLink {
    let link: String
    let invitedAs: String
    let goodUntil: ShownTime

    init(link: String, for draft: InvitationDraft, at time: Timestamp) {
        self.link = link
        invitedAs = draft.role.rawValue
        goodUntil = ShownTime(draft.expiresAt, now: time)
    }
}

private struct InvitationItem {
    let invitedAs: String
    let state: String
    let creator: String?
    let joiner: String?
    let created: ShownTime
    let expires: ShownTime
    /// Absent for what can't be used any more.
    let revokePath: String?

    init(_ invitation: Invitation, at time: Timestamp) {
        let now = invitation.state(at: time)
        invitedAs = invitation.role.inWords
        state = now.rawValue
        creator = invitation.createdBy?.name
        joiner = invitation.acceptedBy?.name
        created = ShownTime(invitation.createdAt, now: time)
        expires = ShownTime(invitation.expiresAt, now: time)
        revokePath =
            now == .pending
            ? "\(invitation.organization.id.invitationsPath)/\(invitation.id.rawValue)/revoke" : nil
    }
}
