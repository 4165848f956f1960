import Domain

/// The content of `sessions.mustache`.
struct SessionsContent {
    /// The title of the browser's tab, which starts with the number of sessions that wait for a person.
    let title: String
    let icon: PageIcon
    let path: String
    let activityPath: String
    let views: [ViewLink]
    /// The search and the filters, as HTML.
    let filter: String
    let chips: [FilterChip]
    /// The number of results, such as "18 results", if the list is filtered.
    let count: String?
    let problems: [String]
    /// The rows of the list, as HTML.
    let sessions: String
    let nextPage: String?
    let isFirstPage: Bool
    /// The address of the event stream, with the position from which to read it, which says when the page is outdated.
    let eventsPath: String
    let position: Int
    let firstSteps: FirstSteps?
    let nothing: NothingFound?
    /// Whether older sessions may match too.
    let isSearchCut: Bool
    let isIndexIncomplete: Bool

    init(_ overview: SessionsOverview, _ address: SessionsAddress, for person: Colleague, now: Timestamp) {
        let waiting = overview.counts[.waiting] ?? 0
        icon = waiting > 0 ? .waiting : .plain
        title = waiting > 0 ? "\(waiting.capped) waiting · Sessions" : "Sessions"
        path = address.organization.sessionsPath
        activityPath = address.organization.activityPath
        views = SessionsView.allCases.map { view in
            ViewLink(
                name: view.name, path: address.path(of: view), isCurrent: view == address.view,
                count: overview.counts[view]?.capped ?? "", hasNews: view.isCall && overview.counts[view] != 0)
        }
        filter = SessionsFilterForm.rendered.html(
            of: SessionsFilterForm(
                address, members: overview.members, repositories: overview.choices.repositories))
        chips =
            address.narrowing.map { FilterChip($0.name, $0.value, address, overview.members) }
            + [FilterChip(orderOf: address)].compactMap(\.self)
        count = address.isFiltered && overview.found > 0 ? overview.found.results : nil
        problems = address.problems
        let shown = overview.page.sessions.prefix(address.limit)
        let order = address.isSorted ? address.order : .created
        sessions = shown.map { listed in
            SessionListItem.rendered.html(
                of: SessionListItem(
                    listed, isUnread: overview.unread.contains(listed.session.id), query: address.filter.query,
                    order: order,
                    now: now))
        }.joined()
        nextPage =
            address.isSorted && overview.page.sessions.count > address.limit
            ? shown.last.map { address.path(with: "cursor", $0.cursor(in: address.order).text) } : nil
        isFirstPage = address.cursor == .start
        eventsPath = "/api/events?organizationId=\(address.organization)"
        position = overview.position
        firstSteps = overview.hasSessions ? nil : FirstSteps(person)
        nothing = overview.hasSessions && shown.isEmpty ? NothingFound(overview, address) : nil
        isSearchCut = overview.page.searchLimit == .tooMuchToSearch
        isIndexIncomplete = overview.page.searchLimit == .indexIncomplete
    }
}

/// A view above the list.
struct ViewLink {
    let name: String
    let path: String
    let isCurrent: Bool
    let count: String
    /// Whether it is highlighted.
    let hasNews: Bool
}

extension SessionsView {
    fileprivate var name: String {
        switch self {
        case .all: "All"
        case .forYou: "For you"
        case .mine: "Mine"
        case .working: "Working"
        case .waiting: "Waiting for you"
        case .unread: "Unread"
        case .failed: "Failed"
        case .archived: "Archived"
        }
    }

    /// Whether its sessions need a person's attention.
    fileprivate var isCall: Bool { self == .forYou || self == .waiting || self == .unread }

    /// The text for a view without sessions.
    fileprivate var emptyText: String {
        switch self {
        case .all: "No sessions here. Older ones may be archived."
        case .forYou: "You're all caught up. Sessions that wait for you or that you haven't seen appear here."
        case .mine: "You haven't started a session yet."
        case .working: "No agent is working right now."
        case .waiting: "No session is waiting for an answer."
        case .unread: "Nothing unread."
        case .failed: "No failed sessions."
        case .archived: "No archived sessions."
        }
    }
}

extension Int {
    /// Such as "12", or "200+".
    fileprivate var capped: String {
        self > SessionsOverview.maximumCount ? "\(SessionsOverview.maximumCount)+" : "\(self)"
    }

    fileprivate var results: String { self == 1 ? "1 result" : "\(capped) results" }
}

/// The content in place of the list before the first session.
struct FirstSteps {
    let newSessionPath: String
    let keysPath: String?
    let invitationsPath: String?

    init(_ person: Colleague) {
        newSessionPath = person.organization.newSessionPath
        keysPath = person.role == .owner ? person.organization.keysPath : nil
        invitationsPath = person.role == .owner ? person.organization.invitationsPath : nil
    }
}

/// The content in place of the list when no session passes the filter.
struct NothingFound {
    let text: String
    /// The search, to be quoted.
    let search: String?
    /// The address of the search with archived sessions; `nil` if that finds nothing either.
    let archivedPath: String?
    let archivedCount: String
    let clearPath: String?

    init(_ overview: SessionsOverview, _ address: SessionsAddress) {
        let isFiltered = address.isFiltered
        search = address.filter.query == nil ? nil : address.search
        let others = address.narrowing.isEmpty ? "" : " with these filters"
        text = isFiltered ? "No session matches\(others)" : address.view.emptyText
        archivedPath = isFiltered && overview.foundWithArchived > 0 ? address.path(with: "archived", "any") : nil
        archivedCount = overview.foundWithArchived.capped
        clearPath = isFiltered ? address.unfilteredPath : nil
    }
}
