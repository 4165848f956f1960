import Domain
import FoundationEssentials

/// The content of `invitations.mustache`.
struct InvitationsContent {
    let head: SettingsHead
    let made: NewLink?
    let formPath: String
    let role: ChoiceField
    let pending: [InvitationItem]
    let earlier: [InvitationItem]
}

/// The link of an invitation that was just created.
struct NewLink {
    let link: String
    let invitedAs: String
    let goodUntil: ShownTime
    /// Whether only browsers on the server's own machine can open it.
    let isLocal: Bool

    init(link: String, for draft: InvitationDraft, at time: Timestamp) {
        self.link = link
        invitedAs = draft.role.rawValue
        goodUntil = ShownTime(draft.expiresAt, now: time)
        let host = URL(string: link)?.host() ?? ""
        isLocal = ["127.0.0.1", "localhost", "::1", "[::1]"].contains(host)
    }
}

struct InvitationItem {
    let invitedAs: String
    let state: String
    let creator: String?
    let joiner: String?
    let created: ShownTime
    let expires: ShownTime
    /// `nil` for an invitation that can't be used any more.
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
