import Domain
import GRDB

/// How much happened on each of the last days: for each day a walk over its part of an index. To group all of them would
/// sort them first.
enum ActivityQuery {
    static let sessions = byDay("count(*)", in: "sessions", at: "created_at")
    /// A pull request that two sessions report is one.
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

    /// The days up to today, the oldest first, those without anything too.
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
