import Domain
import GRDB

/// Which sessions a person has seen in their current state.
enum UnreadSessions {
    /// How many of the latest sessions are searched, among those that a person follows and those that they created.
    private static let depth = 200
    /// How long after its last change a session that was never opened counts as unread.
    private static let unopenedAge: Duration = .seconds(7 * 86_400)

    /// The ids of sessions that a person created or follows and that have changed since the person saw them, the latest
    /// session first. Archived sessions are left out. Sessions that an agent is working on are left out, because they
    /// change all the time.
    static func ids(
        of reader: UserID, in organization: OrganizationID, at now: Timestamp, _ db: Database
    ) throws -> [SessionID] {
        let followed = try db.cachedStatement(
            sql: """
                SELECT session_number FROM session_readers
                WHERE user_id = ? AND organization_id = ? AND follows = 1 ORDER BY session_number DESC LIMIT ?
                """)
        let created = try db.cachedStatement(
            sql: """
                SELECT number FROM sessions INDEXED BY sessions_by_author
                WHERE organization_id = ? AND author_id = ? ORDER BY created_at DESC LIMIT ?
                """)
        let numbers = try Set(Int64.fetchAll(followed, arguments: [reader, organization, depth]))
            .union(Int64.fetchAll(created, arguments: [organization, reader, depth]))
        let unseen = try db.cachedStatement(
            sql: """
                SELECT s.id FROM json_each(?) hit CROSS JOIN sessions s ON s.number = hit.value
                LEFT JOIN session_readers seen ON seen.session_number = s.number AND seen.user_id = ?
                WHERE s.archived_at IS NULL AND (s.status <> 'active' OR s.waiting_id IS NOT NULL)
                    AND s.updated_at > coalesce(seen.seen_at, ?)
                """)
        let list = "[\(numbers.sorted(by: >).map(String.init).joined(separator: ","))]"
        return try SessionID.fetchAll(unseen, arguments: [list, reader, now - unopenedAge])
    }

    /// Whether it is already recorded that the reader saw the session at its last change.
    static func isNoted(_ id: SessionID, upTo time: Timestamp, by reader: UserID, _ db: Database) throws -> Bool {
        let statement = try db.cachedStatement(
            sql: """
                SELECT 1 FROM session_readers WHERE user_id = ? AND seen_at >= ?
                    AND session_number = (SELECT number FROM sessions WHERE id = ?)
                """)
        return try Int.fetchOne(statement, arguments: [reader, time, id]) != nil
    }

    static func note(_ id: SessionID, upTo time: Timestamp, by reader: UserID, _ db: Database) throws {
        let statement = try db.cachedStatement(
            sql: """
                INSERT INTO session_readers (session_number, user_id, organization_id, seen_at, follows)
                SELECT s.number, ?2, s.organization_id, ?3, s.author_id = ?2 OR EXISTS (
                    SELECT 1 FROM messages m WHERE m.session_number = s.number AND m.author_id = ?2)
                FROM sessions s WHERE s.id = ?1
                ON CONFLICT (session_number, user_id) DO UPDATE
                SET seen_at = max(seen_at, excluded.seen_at), follows = excluded.follows
                """)
        try statement.execute(arguments: [id, reader, time])
    }
}
