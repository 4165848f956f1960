import Domain

/// The content of `activity.mustache`.
struct ActivityContent {
    struct Tile {
        let name: String
        let value: Int
    }

    let sessionsPath: String
    let tiles: [Tile]
    let chart: ActivityChart

    init(_ stats: SessionStats, _ activity: [DailyActivity], in organization: OrganizationID) {
        sessionsPath = organization.sessionsPath
        tiles = [
            Tile(name: "Merges this week", value: stats.mergesPastWeek),
            Tile(name: "Authors this week", value: stats.authorsPastWeek),
            Tile(name: "People active this week", value: stats.humansPastWeek),
            Tile(name: "Active now", value: stats.humansPromptingNow),
        ]
        chart = ActivityChart(activity)
    }
}
