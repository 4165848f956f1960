import Domain

/// The content of `palette.mustache`.
struct PaletteContent {
    struct Group {
        let name: String
        let items: [Item]
    }

    struct Item {
        let id: String
        let title: String
        let path: String
        let note: String?
    }

    /// The maximum number of repositories, and of people.
    private static let limit = 5

    let groups: [Group]
    let isEmpty: Bool

    /// - Parameter text: the typed text. For an empty text, the results are the latest sessions and all commands.
    init(
        _ text: String, _ sessions: [ListedSession], repositories: [RepositoryURL], members: [OrganizationMember],
        for person: Colleague, now: Timestamp
    ) {
        let organization = person.organization
        let all: [(String, [(String, String, String?)])] = [
            (
                "Sessions",
                sessions.map { listed in
                    (
                        listed.session.title, organization.path(of: listed.session.id, at: listed.match?.sequence),
                        SessionStateWords(listed.session, now: now).sentence
                    )
                }
            ),
            (
                "Repositories",
                Self.matching(text, repositories.map(\.fullName)).map {
                    ($0, "\(organization.sessionsPath)?repository=\($0.percentEncoded)", nil)
                }
            ),
            (
                "People",
                Self.matching(text, members.map(\.user.name)).flatMap { name in
                    members.filter { $0.user.name == name }.map {
                        (name, "\(organization.sessionsPath)?author=\($0.user.id.rawValue.percentEncoded)", nil)
                    }
                }
            ),
            ("Commands", Self.commands(for: person).filter { Self.has(text, in: $0.0) }.map { ($0.0, $0.1, nil) }),
        ]
        groups = all.filter { !$0.1.isEmpty }.map { name, items in
            Group(
                name: name,
                items: items.enumerated().map { index, item in
                    Item(id: "palette-\(name)-\(index)", title: item.0, path: item.1, note: item.2)
                })
        }
        isEmpty = groups.isEmpty
    }

    /// The commands that a person may use, with their addresses.
    private static func commands(for person: Colleague) -> [(String, String)] {
        let organization = person.organization
        let everyones = [
            ("New session", organization.newSessionPath), ("All sessions", organization.sessionsPath),
            ("For you", "\(organization.sessionsPath)?view=for-you"),
            ("My sessions", "\(organization.sessionsPath)?view=mine"),
            ("Sessions waiting for you", "\(organization.sessionsPath)?view=waiting"),
            ("Archived sessions", "\(organization.sessionsPath)?view=archived"),
            ("Activity", organization.activityPath), ("Your account", "/account"), ("API documentation", "/docs"),
        ]
        let owners = [
            ("Settings", organization.settingsPath), ("Members", organization.membersPath),
            ("Invite people", organization.invitationsPath), ("Environments", organization.sandboxPath),
            ("API keys", organization.keysPath),
        ]
        return person.role == .owner ? everyones + owners : everyones
    }

    /// The first names that contain every typed word; empty if nothing was typed.
    private static func matching(_ text: String, _ names: [String]) -> [String] {
        text.isEmpty ? [] : Array(Set(names.filter { has(text, in: $0) }).sorted().prefix(limit))
    }

    /// Whether a name contains every typed word.
    private static func has(_ text: String, in name: String) -> Bool {
        let name = name.lowercased()
        return text.lowercased().split(separator: " ").allSatisfy { name.contains($0) }
    }
}
