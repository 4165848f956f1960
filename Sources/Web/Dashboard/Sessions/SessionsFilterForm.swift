import Domain

/// The filters above the list of sessions, as they are chosen now.
struct SessionsFilterForm {
    let search: String
    let status: ChoiceField
    let author: ChoiceField
    let repository: ChoiceField
    let archived: ChoiceField
    let waiting: ChoiceField
    let isFiltered: Bool

    init(_ filter: SessionFilter, search: String, members: [OrganizationMember], repositories: [RepositoryURL]) {
        let chosen = filter.repository.map { "\($0.owner)/\($0.name)" }
        let known = repositories.map(\.fullName)
        // Hosts don't tell case.
        let repository = known.first { $0.lowercased() == chosen?.lowercased() } ?? chosen
        let form = FormState([
            "status": filter.status?.rawValue ?? "", "author": filter.author?.rawValue ?? "",
            "repository": repository ?? "", "archived": filter.isArchived.map(String.init(_:)) ?? "any",
            "waiting": filter.isWaiting.map(String.init(_:)) ?? "",
        ])
        func choice(_ name: String, _ label: String, _ options: [(choice: String, words: String)]) -> ChoiceField {
            ChoiceField(form.field(name, label), options)
        }
        self.search = search
        status = choice("status", "Status", [("", "Any")] + SessionStatus.allCases.map { ($0.rawValue, $0.name) })
        author = choice(
            "author", "Author", [("", "Anybody")] + members.map { ($0.user.id.rawValue, $0.user.name) })
        let names = repository.map { known.contains($0) ? known : [$0] + known } ?? known
        self.repository = choice("repository", "Repository", [("", "Any")] + names.map { ($0, $0) })
        archived = choice("archived", "Show", [("false", "Not archived"), ("true", "Archived"), ("any", "All")])
        waiting = choice("waiting", "Waiting", [("", "Any"), ("true", "For a person"), ("false", "For nobody")])
        var plain = SessionFilter()
        plain.isArchived = false
        isFiltered = filter != plain
    }
}
