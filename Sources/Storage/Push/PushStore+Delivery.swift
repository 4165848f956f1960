package import Domain
import FoundationEssentials
import GRDB

/// The delivery of notifications.
extension PushStore {
    static let due = """
        SELECT \(selection.sql)
        FROM push_outbox o CROSS JOIN push_subscriptions p ON p.id = o.subscription_id
        CROSS JOIN users u ON u.id = p.user_id
        LEFT JOIN sessions s ON s.number = o.session_number
        LEFT JOIN memberships m ON m.organization_id = s.organization_id AND m.user_id = p.user_id
        WHERE o.due_at <= ?1 ORDER BY o.due_at LIMIT ?2
        """

    /// The notifications that are due, the longest waiting first. Notifications for people who have lost access are
    /// removed instead, and so are rows that can't be decoded, which would block the others.
    package func due(at time: Timestamp, limit: Int = 32) async throws -> [PendingPush] {
        let rows = try await connections.readOnCallerThread { db in
            let statement = try db.cachedStatement(sql: Self.due)
            return try Row.fetchAll(statement, arguments: [time, limit]).map { row in
                let columns = Self.selection.columns
                return (
                    number: try row[columns.number] as Int64,
                    push: try row[columns.isAllowed] ? try? columns.push(from: row) : nil
                )
            }
        }
        let forbidden = rows.filter { $0.push == nil }.map(\.number)
        if !forbidden.isEmpty {
            try await connections.writeContent { db in
                for number in forbidden { try Self.remove(number, db) }
            }
        }
        return rows.compactMap(\.push)
    }

    private static let selection = Selection(PendingPushColumns.init)

    /// Records the result of sending a notification. A newer one that was queued during the sending is sent next.
    package func settle(_ push: PendingPush, _ result: PushResult, at time: Timestamp) async throws {
        try await connections.writeContent { db in
            switch result {
            case .accepted:
                try db.execute(
                    sql: "UPDATE push_subscriptions SET delivered_at = ? WHERE id = ?",
                    arguments: [time, push.subscription])
                try Self.finish(push, at: time, db)
            case .gone:
                try db.execute(sql: "DELETE FROM push_subscriptions WHERE id = ?", arguments: [push.subscription])
            case .refused(let reason):
                try Self.note(reason, of: push, at: time, db)
                try Self.finish(push, at: time, db)
            case .postponed(let reason, let until):
                try Self.note(reason, of: push, at: time, db)
                guard push.retries < PendingPush.maximumRetries else { return try Self.finish(push, at: time, db) }
                try db.execute(
                    sql: """
                        UPDATE push_outbox SET retries = retries + (version = ?1), due_at = max(due_at, ?2), not_before = ?2
                        WHERE number = ?3
                        """,
                    arguments: [push.version, until, push.number])
            }
        }
    }

    /// The row stays until the session's next notification needs no delay any more.
    private static func finish(_ push: PendingPush, at time: Timestamp, _ db: Database) throws {
        guard push.content != .test else { return try remove(push.number, db) }
        try db.execute(
            sql: """
                UPDATE push_outbox SET due_at = iif(version = ?1, NULL, max(due_at, ?2)), not_before = ?2 WHERE number = ?3
                """,
            arguments: [push.version, time + PendingPush.coalescingTime, push.number])
        try db.execute(sql: "DELETE FROM push_outbox WHERE due_at IS NULL AND not_before <= ?", arguments: [time])
    }

    private static func note(_ reason: String, of push: PendingPush, at time: Timestamp, _ db: Database) throws {
        try db.execute(
            sql: "UPDATE push_subscriptions SET failed_at = ?, failure = ? WHERE id = ?",
            arguments: [time, reason, push.subscription])
    }

    private static func remove(_ number: Int64, _ db: Database) throws {
        try db.execute(sql: "DELETE FROM push_outbox WHERE number = ?", arguments: [number])
    }
}

/// The columns of a notification that is due.
struct PendingPushColumns {
    let number: SelectedColumn
    private let version: SelectedColumn
    private let retries: SelectedColumn
    private let kind: SelectedColumn
    private let body: SelectedColumn
    private let subscription: SelectedColumn
    private let endpoint: SelectedColumn
    private let publicKey: SelectedColumn
    private let authentication: SelectedColumn
    private let session: SelectedColumn
    private let title: SelectedColumn
    private let organization: SelectedColumn
    /// Whether the person can sign in and may see the session.
    let isAllowed: SelectedColumn

    init(_ list: inout ColumnList) {
        number = list.add("o.number")
        version = list.add("o.version")
        retries = list.add("o.retries")
        kind = list.add("o.kind")
        body = list.add("o.body")
        subscription = list.add("p.id")
        endpoint = list.add("p.endpoint")
        publicKey = list.add("p.public_key")
        authentication = list.add("p.authentication")
        session = list.add("s.id")
        title = list.add("s.title")
        organization = list.add("s.organization_id")
        isAllowed = list.add("u.disabled_at IS NULL AND (s.number IS NULL OR m.user_id IS NOT NULL)")
    }

    func push(from row: Row) throws -> PendingPush {
        try PendingPush(
            number: row[number], version: row[version], retries: row[retries], subscription: row[subscription],
            endpoint: row.endpoint(in: endpoint), publicKey: Array(row[publicKey] as Data),
            authentication: Array(row[authentication] as Data), content: content(from: row))
    }

    private func content(from row: Row) throws -> PendingPush.Content {
        guard let session = try row[self.session] as SessionID? else { return .test }
        return .news(
            try row[kind], of: session, titled: try row[title], in: try row[organization], body: try row[body])
    }
}
