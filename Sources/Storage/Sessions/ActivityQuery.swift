import Domain
import GRDB

/// How much happened on each of the last days: a walk over an index from the first of them on.
enum ActivityQuery {
    static let sessions = """
        SELECT (created_at - ?2) / 86400000 AS day, count(*) FROM sessions
        WHERE organization_id = ?1 AND created_at >= ?2 AND created_at <= ?3 GROUP BY day
        """
    /// A pull request that two sessions report is one.
    static let merges = """
        SELECT (merged_at - ?2) / 86400000 AS day, count(DISTINCT url) FROM pull_requests
        WHERE organization_id = ?1 AND merged_at >= ?2 AND merged_at <= ?3 GROUP BY day
        """

    /// The days up to today, the oldest first, those without anything too.
    static func run(
        _ organization: OrganizationID, days: Int, at now: Timestamp, _ db: Database
    ) throws -> [DailyActivity] {
        let first = now.startOfDay - .seconds(86_400 * (days - 1))
        func counts(_ sql: String) throws -> [Int: Int] {
            let rows = try Row.fetchAll(db.cachedStatement(sql: sql), arguments: [organization, first, now])
            return Dictionary(rows.map { ($0[0] as Int, $0[1] as Int) }) { first, _ in first }
        }
        let (sessions, merges) = (try counts(sessions), try counts(merges))
        return (0..<days).map { day in
            DailyActivity(
                day: first + .seconds(86_400 * day), sessions: sessions[day] ?? 0, merges: merges[day] ?? 0)
        }
    }
}
