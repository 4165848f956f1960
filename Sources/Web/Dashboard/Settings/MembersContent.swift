import Domain

/// The content of `members.mustache`.
struct MembersContent {
    let head: SettingsHead
    let invitationsPath: String
    /// The search; absent where there are few members and none is searched for.
    let search: FormField?
    let clearPath: String?
    /// Such as "2 of 12 members", of a search.
    let count: String?
    let members: [MemberItem]
    /// The member of whom it asks whether they shall become an owner.
    let promotion: MemberItem?

    /// With fewer members there is no need to search.
    private static let searchedFrom = 8

    /// - Parameters:
    ///   - query: what is searched for: the members whose names or addresses have all words are shown.
    ///   - promoted: the id of a member who may become an owner.
    ///   - lastMessages: when members last wrote in a session.
    init(
        _ members: [OrganizationMember], lastMessages: [UserID: Timestamp], matching query: String,
        promoting promoted: String?, seenBy owner: Owner, problem: String?, at time: Timestamp
    ) {
        let organization = owner.organization
        let words = query.lowercased().split(whereSeparator: \.isWhitespace)
        let shown = members.filter { member in
            let text = "\(member.user.name) \(member.user.email)".lowercased()
            return words.allSatisfy { text.contains($0) }
        }
        head = SettingsHead(.members, of: organization, notice: nil, problem: problem)
        invitationsPath = organization.invitationsPath
        let isSearched = !words.isEmpty
        search =
            isSearched || members.count >= Self.searchedFrom
            ? FormState(["q": query]).field("q", "Search members", type: "search", isRequired: false) : nil
        clearPath = isSearched ? organization.membersPath : nil
        count = isSearched ? "\(shown.count) of \(members.count) members" : nil
        self.members = shown.sorted(by: Self.isBefore).map {
            MemberItem($0, lastMessage: lastMessages[$0.user.id], seenBy: owner, at: time)
        }
        promotion = members.first { $0.user.id.rawValue == promoted && $0.role != .owner }.map {
            MemberItem($0, lastMessage: nil, seenBy: owner, at: time)
        }
    }

    /// Owners come first, then everybody by name.
    private static func isBefore(_ one: OrganizationMember, _ other: OrganizationMember) -> Bool {
        guard one.role == other.role else { return one.role == .owner }
        return one.user.name.lowercased() < other.user.name.lowercased()
    }
}

struct MemberItem {
    let id: String
    let memberName: String
    let memberEmail: String
    let memberPicture: String?
    let memberInitials: String
    let isSelf: Bool
    let hasSecondFactor: Bool
    let joined: ShownTime
    /// When they last wrote in a session.
    let lastMessage: ShownTime?
    let roles: [ChoiceField.Option]
    let rolePath: String
    let removePath: String

    init(_ member: OrganizationMember, lastMessage: Timestamp?, seenBy owner: Owner, at time: Timestamp) {
        let user = member.user
        id = user.id.rawValue
        memberName = user.name
        memberEmail = user.email.description
        memberPicture = user.imageURL
        memberInitials = user.name.initials
        hasSecondFactor = member.hasSecondFactor
        isSelf = user.id == owner.browser.user.id
        joined = ShownTime(member.joinedAt, now: time)
        self.lastMessage = lastMessage.map { ShownTime($0, now: time) }
        roles = Role.allCases.map {
            ChoiceField.Option(choice: $0.rawValue, words: $0.rawValue, isChosen: $0 == member.role)
        }
        let path = "\(owner.organization.membersPath)/\(user.id.rawValue)"
        rolePath = "\(path)/role"
        removePath = "\(path)/remove"
    }
}
