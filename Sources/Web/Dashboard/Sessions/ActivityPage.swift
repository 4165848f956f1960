import Domain
import Hummingbird
import Storage

extension SessionPages {
    private static let weeks = 8

    /// `GET /organizations/{organization}/activity`: the week's numbers, and the activity on each day of recent weeks.
    func showActivity(_ call: Call<Colleague>) async throws -> Response {
        let activity = try await services.store.sessions.activity(
            of: call.identity.organization, days: Self.weeks * 7, at: services.clock.now())
        return Page(
            template: "activity", title: "Activity",
            content: ActivityContent(activity.stats, activity.days, in: call.identity.organization),
            frame: PageFrame(call.identity, in: nil)
        ).response()
    }
}

/// The content of `activity.mustache`.
private struct ActivityContent {
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
