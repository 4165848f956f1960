import Domain
import GRDB

/// The past week's statistics, and until when they stay valid if nothing is written. Each query reads a number of index
/// entries that depends on the number of people, or of merges in the window, not on the number of sessions or messages.
enum StatsQuery {
    /// Steps from one person to the next in an index that starts with organization and person (a loose index scan), and
    /// looks up each person's latest entry up to the window's end and first entry after it.
    ///
    /// Columns: the number of people with an entry in the window, the earliest of these latest entries' times, the time
    /// of the next entry after the window.
    private static func people(in table: String) -> String {
        """
        WITH RECURSIVE person (id) AS (
            SELECT min(author_id) FROM \(table) WHERE organization_id = ?1 AND author_id > ''
            UNION ALL
            SELECT (SELECT min(author_id) FROM \(table) WHERE organization_id = ?1 AND author_id > person.id)
            FROM person WHERE person.id IS NOT NULL
        ), entry (latest, next) AS (
            SELECT
                (SELECT max(created_at) FROM \(table)
                    WHERE organization_id = ?1 AND author_id = person.id AND created_at <= ?3),
                (SELECT min(created_at) FROM \(table)
                    WHERE organization_id = ?1 AND author_id = person.id AND created_at > ?3)
            FROM person WHERE person.id IS NOT NULL
        )
        SELECT count(*) FILTER (WHERE latest > ?2), min(latest) FILTER (WHERE latest > ?2), min(next) FROM entry
        """
    }

    static let authors = people(in: "sessions")
    static let senders = people(in: "messages")
    /// A pull request that two sessions report counts once. Columns as above.
    static let merges = """
        SELECT count(DISTINCT url), min(merged_at), (
            SELECT min(merged_at) FROM pull_requests WHERE organization_id = ?1 AND merged_at > ?3
        ) FROM pull_requests WHERE organization_id = ?1 AND merged_at > ?2 AND merged_at <= ?3
        """

    static func run(_ organization: OrganizationID, at now: Timestamp, _ db: Database) throws -> TimedStats {
        var end = Timestamp(milliseconds: .max)
        func count(_ sql: String, _ window: StatsWindow) throws -> Int {
            let statement = try db.cachedStatement(sql: sql)
            let arguments: StatementArguments = [organization, window.start, window.end]
            guard let row = try Row.fetchOne(statement, arguments: arguments) else { return 0 }
            if let first = try row[1] as Timestamp? { end = min(end, first + window.length) }
            if let next = try row[2] as Timestamp? { end = min(end, next) }
            return try row[0]
        }
        let week = StatsWindow.week(until: now)
        let stats = SessionStats(
            mergesPastWeek: try count(merges, week),
            authorsPastWeek: try count(authors, week),
            humansPastWeek: try count(senders, week),
            humansPromptingNow: try count(senders, .prompting(until: now)))
        return TimedStats(stats: stats, start: now, end: end)
    }
}
