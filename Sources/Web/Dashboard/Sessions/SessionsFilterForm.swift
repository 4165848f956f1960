import Domain

/// The content of `sessions-filter.mustache`: the search and the filters above the list of sessions, with their current values.
struct SessionsFilterForm: Hashable {
    let search: String
    /// The view to search; `nil` for all sessions.
    let view: String?
    let status: ChoiceField
    let author: ChoiceField
    let repository: ChoiceField
    let archived: ChoiceField
    let waiting: ChoiceField
    /// Absent where the view has an order of its own.
    let sort: ChoiceField?
    let clearPath: String?

    static let rendered = RenderedParts<SessionsFilterForm>(template: "sessions-filter", limit: 1 << 20)

    init(_ address: SessionsAddress, members: [OrganizationMember], repositories: [RepositoryURL]) {
        let values = Dictionary(address.narrowing.map { ($0.name, $0.value) }) { $1 }
        let known = repositories.map(\.fullName)
        // Hosts ignore case.
        let chosen = values["repository"]
        let repository = known.first { $0.lowercased() == chosen?.lowercased() } ?? chosen
        let others = ["repository": repository ?? "", "sort": address.order.choice]
        let form = FormState(values.merging(others) { $1 })
        func choice(_ name: String, _ label: String, _ options: [(choice: String, words: String)]) -> ChoiceField {
            ChoiceField(form.field(name, label), options)
        }
        search = address.search
        let keepsView = ![.all, .forYou, .unread].contains(address.view)
        view = keepsView ? address.view.rawValue : nil
        status = choice("status", "Status", [("", "Any")] + SessionStatus.allCases.map { ($0.rawValue, $0.name) })
        let people = members.map(\.user).sorted { ($0.name, $0.id.rawValue) < ($1.name, $1.id.rawValue) }
        author = choice("author", "Author", [("", "Anyone")] + people.map { ($0.id.rawValue, $0.name) })
        let names = repository.map { known.contains($0) ? known : [$0] + known } ?? known
        self.repository = choice("repository", "Repository", [("", "Any")] + names.map { ($0, $0) })
        archived = choice("archived", "Archived", [("", "No"), ("true", "Only archived"), ("any", "Included")])
        waiting = choice("waiting", "Needs an answer", [("", "Any"), ("true", "Yes"), ("false", "No")])
        sort =
            address.isSorted
            ? choice("sort", "Sort by", SessionOrder.allCases.map { ($0.choice, $0.words) }) : nil
        clearPath = address.isFiltered || !address.search.isEmpty ? address.unfilteredPath : nil
    }
}

extension SessionOrder {
    /// As addresses have it: the usual one is left out.
    fileprivate var choice: String { self == .created ? "" : rawValue }

    fileprivate var words: String {
        switch self {
        case .created: "Newest"
        case .changed: "Last change"
        }
    }
}

/// One thing that narrows the list, or its order; its link drops it.
struct FilterChip {
    let label: String
    let value: String
    let path: String
    /// For screen readers: what the link does.
    let action: String

    /// For a list that isn't in the usual order.
    init?(orderOf address: SessionsAddress) {
        guard address.isSorted, address.order != .created else { return nil }
        (label, value) = ("Sorted by", address.order.words.lowercased())
        path = address.pathByCreation
        action = "sort by newest"
    }

    init(_ name: String, _ value: String, _ address: SessionsAddress, _ members: [OrganizationMember]) {
        path = address.path(without: name)
        action = "remove this filter"
        switch name {
        case "status": (label, self.value) = ("Status", SessionStatus(rawValue: value)?.name ?? value)
        case "author":
            let member = members.first { $0.user.id.rawValue == value }
            (label, self.value) = ("Author", member?.user.name ?? "a former member")
        case "waiting": (label, self.value) = ("Needs an answer", value == "true" ? "yes" : "no")
        case "archived":
            (label, self.value) = ("Archived", ["true": "only", "any": "included"][value] ?? "no")
        default: (label, self.value) = ("Repository", value)
        }
    }
}
