package import Domain
import Hummingbird
import Storage

/// The handlers of an organization's invitations, for its owners.
struct InvitationHandlers: Sendable {
    let services: Services

    func list(_ call: Call<Owner>) async throws -> Response {
        let now = services.clock.now()
        let invitations = try await services.store.invitations.invitations(to: call.identity.organization)
        return .json { json in
            json.field("invitations") { json in
                json.array(invitations) { json, invitation in
                    json.object { $0.invitationFields(invitation, at: now) }
                }
            }
        }
    }

    /// Invites with `{role?, expiresAt?}`. The answer is the only time that the link is shown.
    func create(_ call: Call<Owner>) async throws -> Response {
        let body = try await call.body(NewInvitationBody.self)
        let now = services.clock.now()
        let (invitation, link) = try await services.invite(body.draft(by: call.identity, at: now), at: now)
        return .json(.created) { json in
            json.field("invitation") { json in
                json.object { json in
                    json.invitationFields(invitation, at: now)
                    json.field("link", link)
                }
            }
        }
    }

    func revoke(_ call: Call<Owner>) async throws -> Response {
        let id = InvitationID(rawValue: call.parameter("invitation"))
        try await services.store.invitations.revoke(id, to: call.identity.organization, at: services.clock.now())
        return Response(status: .noContent)
    }
}

extension Services {
    /// Makes an invitation; its link is known to the caller only.
    ///
    /// - Throws: `DomainError.notFound` for an unknown organization.
    package func invite(
        _ draft: InvitationDraft, at time: Timestamp
    ) async throws -> (invitation: Invitation, link: String) {
        let token = SecretToken(.invitation)
        let invitation = try await store.invitations.create(
            draft, id: token.invitationID, digest: token.digest, at: time)
        return (invitation, configuration.address.link(to: "join", carrying: token))
    }
}

private struct NewInvitationBody: Decodable {
    private let role: Role?
    private let expiresAt: Timestamp?

    init(from decoder: any Decoder) throws {
        var fields = try BodyFields(decoder)
        role = fields.choice("role", Role.self)
        expiresAt = fields.time("expiresAt")
        try fields.finish()
    }

    /// - Throws: `DomainError.invalid` for an expiry that may not be chosen.
    func draft(by owner: Owner, at time: Timestamp) throws -> InvitationDraft {
        do throws(InvalidValue) {
            return try InvitationDraft(
                organization: owner.organization, role: role, createdBy: owner.browser.user.id, expiresAt: expiresAt,
                at: time)
        } catch {
            throw DomainError.invalid(fields: [FieldError("expiresAt", error.detail)])
        }
    }
}
