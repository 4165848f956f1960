package import Domain
import Storage

/// What the holder of an invitation's link can do with it. All of its methods count the links that open nothing, by the
/// visitor's network.
package struct InvitationService: Sendable {
    let store: DataStore
    let clock: Clock
    let passwords: PasswordHasher
    let brake: SignInBrake
    let accounts: AccountService
    let address: PublicAddress

    /// The link to the page for joining, for the holder of an invitation's token.
    package func link(of invitation: SecretToken) -> String {
        address.link(to: "join", carrying: invitation)
    }

    /// The invitation that a token opens, without accepting it.
    ///
    /// - Throws: `DomainError.notFound` for a token that opens nothing, `.tooOften` after too many of those.
    func lookUp(_ token: String, by visitor: Visitor) async throws -> Invitation {
        try await opening(by: visitor) { try await pendingInvitation(token) }
    }

    /// Creates an account that belongs to the organization, and signs it in.
    ///
    /// - Throws: `DomainError.notFound` for a token that opens nothing, `.tooOften` after too many of those, `.conflict`
    ///   if there is an account with the e-mail address.
    func signUp(
        _ body: SignUpBody, by visitor: Visitor
    ) async throws -> (signedIn: SignedIn, organization: OrganizationID) {
        try await opening(by: visitor) {
            // Checked before the password is hashed, since hashing is expensive.
            let invitation = try await pendingInvitation(body.token)
            let newcomer = try await body.account.user(hashing: passwords, for: HashRequester(newcomer: visitor))
            let token = SecretToken(.browserSession)
            let browser = try await store.invitations.accept(
                invitation.id, by: newcomer, signingIn: token.newBrowserSession(on: visitor.deviceName), at: clock.now()
            )
            return (try await accounts.remember(visitor, as: browser, with: token), invitation.organization.id)
        }
    }

    /// Adds a signed-in person to the organization.
    ///
    /// - Returns: all memberships of the person, and the organization.
    /// - Throws: `DomainError.notFound` for a token that opens nothing, `.tooOften` after too many of those, `.conflict`
    ///   for a person who is a member already.
    func join(
        _ body: TokenBody, as user: UserID, by visitor: Visitor
    ) async throws -> (memberships: [Membership], organization: OrganizationID) {
        try await opening(by: visitor) {
            let invitation = try await pendingInvitation(body.token)
            let memberships = try await store.invitations.accept(invitation.id, by: user, at: clock.now())
            return (memberships, invitation.organization.id)
        }
    }

    private func opening<Value>(by visitor: Visitor, _ action: () async throws -> Value) async throws -> Value {
        try await brake.openLink(from: visitor.network, at: clock.now()).trying(clock: clock, action)
    }

    /// - Throws: `DomainError.notFound`, the same for every invalid token.
    private func pendingInvitation(_ presented: String) async throws -> Invitation {
        guard let token = SecretToken(.invitation, presented: presented),
            let (invitation, digest) = try await store.invitations.findPending(token.invitationID, at: clock.now()),
            digest.matches(token.digest)
        else { throw DomainError.unusableInvitation }
        return invitation
    }
}
