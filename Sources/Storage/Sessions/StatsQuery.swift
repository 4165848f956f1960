import Domain
import GRDB

/// The week's numbers. Each is a walk over an index whose length follows the number of people, or of merges in the
/// window, however many sessions and messages there are.
enum StatsQuery {
    /// Steps from one person to the next in an index that starts with organization and person (a loose index scan), and
    /// probes for each whether they have an entry in the window.
    private static func countOfPeople(in table: String) -> String {
        """
        WITH RECURSIVE person (id) AS (
            SELECT min(author_id) FROM \(table) WHERE organization_id = ?1 AND author_id > ''
            UNION ALL
            SELECT (SELECT min(author_id) FROM \(table) WHERE organization_id = ?1 AND author_id > person.id)
            FROM person WHERE person.id IS NOT NULL
        )
        SELECT count(*) FROM person WHERE EXISTS (
            SELECT 1 FROM \(table)
            WHERE organization_id = ?1 AND author_id = person.id AND created_at > ?2 AND created_at <= ?3
        )
        """
    }

    static let authors = countOfPeople(in: "sessions")
    static let senders = countOfPeople(in: "messages")
    /// A pull request that two sessions report is one.
    static let merges = """
        SELECT count(DISTINCT url) FROM pull_requests
        WHERE organization_id = ?1 AND merged_at > ?2 AND merged_at <= ?3
        """

    static func run(_ organization: OrganizationID, at now: Timestamp, _ db: Database) throws -> SessionStats {
        func count(_ sql: String, _ window: StatsWindow) throws -> Int {
            let statement = try db.cachedStatement(sql: sql)
            return try Int.fetchOne(statement, arguments: [organization, window.start, window.end]) ?? 0
        }
        let week = StatsWindow.week(until: now)
        return SessionStats(
            mergesPastWeek: try count(merges, week),
            authorsPastWeek: try count(authors, week),
            humansPastWeek: try count(senders, week),
            humansPromptingNow: try count(senders, .prompting(until: now)))
    }
}
