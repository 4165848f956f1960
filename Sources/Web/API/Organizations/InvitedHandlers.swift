import Domain
import Hummingbird
import Storage

/// Handlers for people with an invitation's link. The token is sent in the body, because addresses are logged.
struct InvitedHandlers: Sendable {
    let services: Services

    /// `POST /api/invitations/look-up` with `{token}` returns the invitation's organization and role. The invitation
    /// stays valid.
    func lookUp(_ call: Call<Anyone>) async throws -> Response {
        let visitor = call.visitor(trusting: services.configuration.trustedProxies)
        let token = try await call.body(TokenBody.self).token
        let invitation = try await services.opening(by: visitor) { try await services.pendingInvitation(token) }
        return .json { json in
            json.field("invitation") { json in
                json.object { json in
                    json.field("organization") { json in
                        json.object { $0.field("name", invitation.organization.name) }
                    }
                    json.field("role", invitation.role.rawValue)
                    json.field("expiresAt", invitation.expiresAt)
                }
            }
        }
    }

    /// `POST /api/invitations/sign-up` with `{token, name, email, password}` creates an account and signs it in.
    func signUp(_ call: Call<Anyone>) async throws -> Response {
        try services.sameOrigin.check(call.request)
        let visitor = call.visitor(trusting: services.configuration.trustedProxies)
        let newcomer = try await services.signUp(call.body(SignUpBody.self), by: visitor)
        return services.answer(newcomer.signedIn, status: .created)
    }

    /// `POST /api/invitations/join` with `{token}` adds the signed-in person to the organization.
    func join(_ call: Call<BrowserSession>) async throws -> Response {
        let user = call.identity.user
        let joined = try await services.join(
            call.body(TokenBody.self), as: user.id,
            by: call.visitor(trusting: services.configuration.trustedProxies))
        return .json { $0.identityFields(user, joined.memberships) }
    }
}

extension Services {
    /// - Throws: `DomainError.notFound` for an invalid token, `.conflict` if the email address has an account.
    func signUp(
        _ body: SignUpBody, by visitor: Visitor
    ) async throws -> (signedIn: SignedIn, organization: OrganizationID) {
        try await opening(by: visitor) {
            // Checked before the password is hashed, which is too costly to do for invalid tokens.
            let invitation = try await pendingInvitation(body.token)
            let newcomer = try await body.account.user(hashing: passwords, for: HashRequester(newcomer: visitor))
            let token = SecretToken(.browserSession)
            let browser = try await store.invitations.accept(
                invitation.id, by: newcomer, signingIn: token.newBrowserSession(on: visitor.deviceName), at: clock.now()
            )
            return (try await welcome(visitor, as: browser, with: token), invitation.organization.id)
        }
    }

    /// - Throws: `DomainError.notFound` for an invalid token, `.conflict` for a person who is already a member.
    func join(
        _ body: TokenBody, as user: UserID, by visitor: Visitor
    ) async throws -> (memberships: [Membership], organization: OrganizationID) {
        try await opening(by: visitor) {
            let invitation = try await pendingInvitation(body.token)
            let memberships = try await store.invitations.accept(invitation.id, by: user, at: clock.now())
            return (memberships, invitation.organization.id)
        }
    }

    /// Performs an operation with an invitation's token.
    ///
    /// - Throws: `DomainError.tooOften` after too many invalid tokens from the visitor's network.
    fileprivate func opening<Value>(
        by visitor: Visitor, _ action: () async throws -> Value
    ) async throws -> Value {
        try await brake.openLink(from: visitor.network, at: clock.now()).trying(clock: clock, action)
    }

    /// - Throws: `DomainError.notFound`, the same for every invalid token.
    fileprivate func pendingInvitation(_ presented: String) async throws -> Invitation {
        guard let token = SecretToken(.invitation, presented: presented),
            let (invitation, digest) = try await store.invitations.findPending(token.invitationID, at: clock.now()),
            digest.matches(token.digest)
        else { throw DomainError.unusableInvitation }
        return invitation
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

struct SignUpBody: Decodable {
    let token: String
    let account: AccountDraft

    init(from decoder: any Decoder) throws {
        var fields = try BodyFields(decoder)
        fields.require("token")
        let givenToken = fields.text("token")
        let givenAccount = fields.account()
        (token, account) = try fields.finish(givenToken, givenAccount)
    }
}
