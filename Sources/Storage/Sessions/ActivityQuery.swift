import Domain
import GRDB

/// The activity of the last days. Each day reads its own part of an index; grouping all days in one query would sort
/// the rows first.
enum ActivityQuery {
    static let sessions = byDay("count(*)", in: "sessions", at: "created_at")
    /// A pull request that two sessions report counts once.
    static let merges = byDay("count(DISTINCT url)", in: "pull_requests", at: "merged_at")

    private static func byDay(_ count: String, in table: String, at time: String) -> String {
        """
        WITH RECURSIVE day (n, start) AS (
            SELECT 0, ?2 UNION ALL SELECT n + 1, start + 86400000 FROM day WHERE n + 1 < ?4
        )
        SELECT n, (
            SELECT \(count) FROM \(table)
            WHERE organization_id = ?1 AND \(time) >= start AND \(time) < min(start + 86400000, ?3 + 1)
        ) FROM day
        """
    }

    /// The days up to today, oldest first, including days without activity.
    static func run(
        _ organization: OrganizationID, days: Int, at now: Timestamp, _ db: Database
    ) throws -> [DailyActivity] {
        let first = now.startOfDay - .seconds(86_400 * (days - 1))
        func counts(_ sql: String) throws -> [Int: Int] {
            let rows = try Row.fetchAll(db.cachedStatement(sql: sql), arguments: [organization, first, now, days])
            return Dictionary(try rows.map { (try $0[0] as Int, try $0[1] as Int) }) { first, _ in first }
        }
        let (sessions, merges) = (try counts(sessions), try counts(merges))
        return (0..<days).map { day in
            DailyActivity(
                day: first + .seconds(86_400 * day), sessions: sessions[day] ?? 0, merges: merges[day] ?? 0)
        }
    }
}
