import Domain

/// The content of `members.mustache`.
struct MembersContent {
    let head: SettingsHead
    let invitationsPath: String
    let members: [MemberItem]
}

struct MemberItem {
    let id: String
    let memberName: String
    let memberEmail: String
    let memberPicture: String?
    let memberInitials: String
    let isSelf: Bool
    let joined: ShownTime
    let roles: [ChoiceField.Option]
    let rolePath: String
    let removePath: String

    init(_ member: OrganizationMember, seenBy owner: Owner, at time: Timestamp) {
        let user = member.user
        id = user.id.rawValue
        memberName = user.name
        memberEmail = user.email.description
        memberPicture = user.imageURL
        memberInitials = user.name.initials
        isSelf = user.id == owner.browser.user.id
        joined = ShownTime(member.joinedAt, now: time)
        roles = Role.allCases.map {
            ChoiceField.Option(choice: $0.rawValue, words: $0.rawValue, isChosen: $0 == member.role)
        }
        let path = "\(owner.organization.membersPath)/\(user.id.rawValue)"
        rolePath = "\(path)/role"
        removePath = "\(path)/remove"
    }
}
