import Domain
import Hummingbird
import Storage

/// Handlers for an organization's invitations: for its owners, and for the holders of the links. A link's token comes in
/// the body, which no log shows.
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

    /// Creates an invitation from `{role?, expiresAt?}`. Only this response shows the link.
    func create(_ call: Call<Owner>) async throws -> Response {
        let (body, text) = try await call.bodyAndText(NewInvitationBody.self)
        let now = services.clock.now()
        let draft = try body.draft(by: call.identity, at: now)
        let token = SecretToken(.invitation)
        let link = services.invitations.link(of: token)
        return try await call.created(
            text, by: .browser(call.identity.browser),
            charging: try services.growth.adding(.invitation, by: call.identity.browser.user.id), from: services.growth
        ) { json, invitation in
            json.field("invitation") { json in
                json.object { json in
                    json.invitationFields(invitation, at: now)
                    json.field("link", link)
                }
            }
        } create: { once in
            try await services.store.invitations.create(
                draft, id: token.invitationID, digest: token.digest, at: now,
                limit: services.growth.limits.invitations, once: once)
        }
    }

    func revoke(_ call: Call<Owner>) async throws -> Response {
        try await services.store.invitations.revoke(
            call.invitationID, to: call.identity.organization, at: services.clock.now())
        return Response(status: .noContent)
    }

    /// `POST /api/invitations/look-up` with `{token}` shows what the invitation is to, without using it up.
    func lookUp(_ call: Call<Anyone>) async throws -> Response {
        let visitor = call.visitor(trusting: services.configuration.trustedProxies)
        let invitation = try await services.invitations.lookUp(call.body(TokenBody.self).token, by: visitor)
        return .json { json in
            json.field("invitation") { json in
                json.object { json in
                    json.field("organization") { json in
                        json.object { $0.field("name", invitation.organization.name) }
                    }
                    json.field("role", invitation.role.rawValue)
                    json.field("expiresAt", invitation.expiresAt)
                    json.field("inviter", invitation.createdBy?.name)
                }
            }
        }
    }

    /// `POST /api/invitations/join` with `{token}` adds the signed-in person to the organization.
    func join(_ call: Call<BrowserSession>) async throws -> Response {
        let user = call.identity.user
        let joined = try await services.invitations.join(
            call.body(TokenBody.self), as: user.id,
            by: call.visitor(trusting: services.configuration.trustedProxies))
        return .json { $0.identityFields(user, joined.memberships) }
    }
}

struct NewInvitationBody: Decodable {
    private let role: Role?
    private let expiresAt: Timestamp?

    init(from decoder: any Decoder) throws {
        var fields = try BodyFields(decoder)
        role = fields.choice("role", Role.self)
        expiresAt = fields.time("expiresAt")
        try fields.finish()
    }

    /// - Throws: `DomainError.invalid` for an expiry that isn't allowed.
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

struct TokenBody: Decodable {
    let token: String

    init(from decoder: any Decoder) throws {
        var fields = try BodyFields(decoder)
        fields.require("token")
        let givenToken = fields.text("token")
        token = try fields.finish(givenToken)
    }
}
