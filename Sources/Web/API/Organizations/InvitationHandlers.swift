package import Domain
import Hummingbird
import Storage

/// Handlers for an organization's invitations, for its owners.
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
        let link = services.link(of: token)
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
}

extension Call {
    /// The invitation that the path names.
    var invitationID: InvitationID { InvitationID(rawValue: parameter("invitation")) }
}

extension Services {
    /// The link to the page for joining, for the holder of an invitation's token.
    package func link(of invitation: SecretToken) -> String {
        configuration.address.link(to: "join", carrying: invitation)
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
