import Domain

/// The content of `palette.mustache`.
struct PaletteContent {
    struct Group {
        let name: String
        let items: [Item]
    }

    struct Item {
        let id: String
        let title: [MatchedText.Piece]
        let path: String
        let note: String?
    }

    /// A result, which gets its id in a group.
    private struct Found {
        let title: MatchedText
        let path: String
        var note: String?
    }

    /// The maximum number of repositories, and of people.
    private static let limit = 5

    let groups: [Group]
    let isEmpty: Bool

    /// - Parameters:
    ///   - text: the typed text. For an empty text, the results are the latest sessions and all commands.
    ///   - query: the text as the query that found `sessions`; `nil` for an empty text.
    init(
        _ text: String, _ query: SearchQuery?, _ sessions: [ListedSession], repositories: [RepositoryURL],
        members: [OrganizationMember], for person: Colleague, now: Timestamp
    ) {
        let organization = person.organization
        let words = text.split(separator: " ")
        let foundSessions = sessions.map { listed in
            let title = listed.session.title
            return Found(
                title: query.map { MatchedText(title, $0) } ?? MatchedText(title),
                path: organization.path(of: listed.session.id, at: listed.match?.sequence),
                note: SessionStateWords(listed.session, now: now).sentence)
        }
        let foundRepositories = Self.matching(words, repositories.map(\.fullName)).map { name, title in
            Found(title: title, path: "\(organization.sessionsPath)?repository=\(name.percentEncoded)")
        }
        let people = Self.matching(words, members.map(\.user.name)).flatMap { name, title in
            members.filter { $0.user.name == name }.map { member in
                Found(
                    title: title,
                    path: "\(organization.sessionsPath)?author=\(member.user.id.rawValue.percentEncoded)")
            }
        }
        let commands = Self.commands(for: person).compactMap { name, path in
            MatchedText(name, containing: words).map { Found(title: $0, path: path) }
        }
        groups = [
            Self.group("Sessions", foundSessions), Self.group("Repositories", foundRepositories),
            Self.group("People", people), Self.group("Commands", commands),
        ].compactMap(\.self)
        isEmpty = groups.isEmpty
    }

    /// - Returns: `nil` if nothing was found.
    private static func group(_ name: String, _ results: [Found]) -> Group? {
        guard !results.isEmpty else { return nil }
        return Group(
            name: name,
            items: results.enumerated().map { index, result in
                Item(
                    id: "palette-\(name)-\(index)", title: result.title.pieces, path: result.path, note: result.note)
            })
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
            ("Runners", organization.runnersPath), ("API keys", organization.keysPath),
        ]
        return person.role == .owner ? everyones + owners : everyones
    }

    /// The first names that contain every typed word, and how they are shown; empty if nothing was typed.
    private static func matching(_ words: [Substring], _ names: [String]) -> [(name: String, title: MatchedText)] {
        guard !words.isEmpty else { return [] }
        let found = Set(names).compactMap { name in
            MatchedText(name, containing: words).map { (name: name, title: $0) }
        }
        return Array(found.sorted { $0.name < $1.name }.prefix(limit))
    }
}
