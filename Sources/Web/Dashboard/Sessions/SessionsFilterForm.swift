import Domain

/// The filters above the list of sessions, as they are chosen now.
struct SessionsFilterForm {
    struct Option {
        let value: String
        let name: String
        let isChosen: Bool
    }

    let search: String
    let statuses: [Option]
    let authors: [Option]
    let repositories: [Option]
    let archived: [Option]
    let isFiltered: Bool

    init(_ filter: SessionFilter, search: String, members: [OrganizationMember], repositories: [RepositoryURL]) {
        self.search = search
        statuses = SessionStatus.allCases.map { status in
            Option(value: status.rawValue, name: status.name, isChosen: filter.status == status)
        }
        authors = members.map { member in
            Option(
                value: member.user.id.rawValue, name: member.user.name, isChosen: filter.author == member.user.id)
        }
        let chosen = filter.repository.map { "\($0.owner)/\($0.name)" }
        var names = repositories.map(\.fullName)
        if let chosen, !names.contains(where: { $0.lowercased() == chosen.lowercased() }) {
            names.insert(chosen, at: 0)
        }
        self.repositories = names.map { name in
            Option(value: name, name: name, isChosen: name.lowercased() == chosen?.lowercased())
        }
        archived = [("false", "Not archived", false), ("true", "Archived", true), ("any", "All", nil)].map { choice in
            Option(value: choice.0, name: choice.1, isChosen: filter.isArchived == choice.2)
        }
        var plain = SessionFilter()
        plain.isArchived = false
        isFiltered = filter != plain
    }
}
