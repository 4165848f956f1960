import Domain

/// Which part of the list a page shows.
struct SessionsPageAddress {
    let organization: OrganizationID
    let filter: SessionFilter
    let search: String
    /// As it came in the address.
    let query: String
    let isFirstPage: Bool
    let limit: Int

    /// The same list from another place on.
    func path(after cursor: SessionCursor) -> String {
        let others = query.split(separator: "&").filter { !$0.hasPrefix("cursor=") && !$0.hasPrefix("limit=") }
        return "\(organization.sessionsPath)?\((others + ["cursor=\(cursor.text)"]).joined(separator: "&"))"
    }
}

/// What `sessions.mustache` shows.
struct SessionsContent {
    struct Tile {
        let name: String
        let value: Int
    }

    let path: String
    let newSessionPath: String
    let settingsPath: String
    let tiles: [Tile]
    let chart: ActivityChart
    let filter: SessionsFilterForm
    let sessions: [SessionCard]
    let nextPage: String?
    let isFirstPage: Bool
    /// The event stream that tells when this is out of date, and from where to read it.
    let eventsPath: String
    let position: Int
    let isEmpty: Bool
    let hasNoMatch: Bool
    /// Whether older sessions may match too.
    let isSearchCut: Bool
    let isIndexIncomplete: Bool

    init(_ overview: SessionsOverview, _ place: SessionsPageAddress, now: Timestamp) {
        path = place.organization.sessionsPath
        newSessionPath = place.organization.newSessionPath
        settingsPath = place.organization.settingsPath
        tiles = [
            Tile(name: "Pull requests merged this week", value: overview.stats.mergesPastWeek),
            Tile(name: "People who started sessions this week", value: overview.stats.authorsPastWeek),
            Tile(name: "People who sent messages this week", value: overview.stats.humansPastWeek),
            Tile(name: "People prompting now", value: overview.stats.humansPromptingNow),
        ]
        chart = ActivityChart(overview.activity)
        filter = SessionsFilterForm(
            place.filter, search: place.search, members: overview.members, repositories: overview.choices.repositories)
        let shown = overview.sessions.prefix(place.limit)
        sessions = shown.map { SessionCard($0, now: now) }
        nextPage = overview.sessions.count > place.limit ? shown.last.map { place.path(after: $0.cursor) } : nil
        isFirstPage = place.isFirstPage
        eventsPath = "/api/events?organizationId=\(place.organization)"
        position = overview.position
        isEmpty = !overview.hasSessions
        isSearchCut = overview.searchLimit == .tooMuchToSearch
        isIndexIncomplete = overview.searchLimit == .indexIncomplete
        hasNoMatch = overview.hasSessions && overview.sessions.isEmpty
    }
}
