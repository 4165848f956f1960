import Domain
import GRDB

/// The notifications to be sent, each written in the same transaction as the change it reports: it is sent even if the
/// server stops before, and not sent if the change is rolled back.
///
/// A device has one row per session. A notification replaces one that is still unsent, and one that follows soon after
/// another is delayed, so that a device doesn't ring repeatedly.
enum PushOutbox {
    /// The devices to notify: of the session's author and of everyone who has written in it, as long as they are
    /// members and haven't muted this kind.
    static let devices = """
        WITH people (id) AS (
            SELECT author_id FROM sessions WHERE number = ?1
            UNION SELECT author_id FROM messages WHERE session_number = ?1 AND author_id IS NOT NULL)
        SELECT p.id FROM sessions s CROSS JOIN people
        CROSS JOIN memberships m ON m.organization_id = s.organization_id AND m.user_id = people.id
        CROSS JOIN push_subscriptions p ON p.user_id = m.user_id
        WHERE s.number = ?1 AND NOT EXISTS (SELECT 1 FROM push_mutes c WHERE c.user_id = m.user_id AND c.kind = ?2)
        """

    /// Queues a notification for every device concerned.
    ///
    /// - Parameters:
    ///   - body: what happened, in the notification's words; text that is too long is cut.
    ///   - number: the session's.
    static func enqueue(_ kind: PushKind, _ body: String, of number: Int64, at time: Timestamp, _ db: Database) throws {
        let devices = try PushSubscriptionID.fetchAll(db.cachedStatement(sql: devices), arguments: [number, kind])
        let statement = try db.cachedStatement(
            sql: """
                INSERT INTO push_outbox (subscription_id, session_number, kind, body, created_at, due_at)
                VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT (subscription_id, session_number) DO UPDATE
                SET kind = excluded.kind, body = excluded.body, created_at = excluded.created_at, retries = 0,
                    version = version + 1, due_at = max(excluded.due_at, not_before)
                """)
        let line = PushText.body(body)
        for device in devices {
            try statement.execute(arguments: [device, number, kind, line, time, time + kind.delay])
        }
    }

    /// Queues a test notification for one device.
    static func test(_ id: PushSubscriptionID, at time: Timestamp, _ db: Database) throws {
        try db.execute(
            sql: "DELETE FROM push_outbox WHERE subscription_id = ? AND session_number IS NULL", arguments: [id])
        try db.execute(
            sql: """
                INSERT INTO push_outbox (subscription_id, kind, body, created_at, due_at) VALUES (?1, 'test', '', ?2, ?2)
                """,
            arguments: [id, time])
    }
}

extension PushKind {
    /// Delay before sending. A pull request is opened just before its session ends; the notification of the end then
    /// replaces this one.
    fileprivate var delay: Duration { self == .pullRequestOpened ? .seconds(10) : .zero }
}
