import Domain
import FoundationEssentials
import GRDB

/// The subscription of a device.
enum PushSubscriptionRow {
    private static let selection = Selection(Columns.init)

    /// Newest first.
    static func all(of user: UserID, _ db: Database) throws -> [PushSubscription] {
        let sql = "SELECT \(selection.sql) FROM push_subscriptions WHERE user_id = ? ORDER BY created_at DESC, id"
        return try Row.fetchAll(db, sql: sql, arguments: [user]).map(selection.columns.subscription)
    }

    static func find(_ id: PushSubscriptionID, of user: UserID, _ db: Database) throws -> PushSubscription {
        let sql = "SELECT \(selection.sql) FROM push_subscriptions WHERE id = ? AND user_id = ?"
        guard let row = try Row.fetchOne(db, sql: sql, arguments: [id, user]) else {
            throw DomainError.noSuchSubscription(id)
        }
        return try selection.columns.subscription(from: row)
    }

    private struct Columns {
        private let id: SelectedColumn
        private let endpoint: SelectedColumn
        private let name: SelectedColumn
        private let createdAt: SelectedColumn
        private let deliveredAt: SelectedColumn
        private let failedAt: SelectedColumn
        private let failure: SelectedColumn

        init(_ list: inout ColumnList) {
            id = list.add("id")
            endpoint = list.add("endpoint")
            name = list.add("name")
            createdAt = list.add("created_at")
            deliveredAt = list.add("delivered_at")
            failedAt = list.add("failed_at")
            failure = list.add("failure")
        }

        func subscription(from row: Row) throws -> PushSubscription {
            try PushSubscription(
                id: row[id], endpoint: row.endpoint(in: endpoint), name: row[name], createdAt: row[createdAt],
                deliveredAt: row[deliveredAt],
                failure: (row[failedAt] as Timestamp?).map {
                    PushSubscription.Failure(at: $0, reason: try row[failure])
                })
        }
    }

    /// A browser has one subscription, for the last person who subscribed there: another person's is deleted.
    static func save(
        _ draft: PushSubscriptionDraft, id: PushSubscriptionID, of user: UserID, in browser: BrowserSessionID,
        at time: Timestamp, _ db: Database
    ) throws -> PushSubscriptionID {
        let endpoint = draft.endpoint.description
        try db.execute(
            sql: "DELETE FROM push_subscriptions WHERE endpoint = ? AND user_id <> ?", arguments: [endpoint, user])
        let sql = """
            INSERT INTO push_subscriptions (id, user_id, browser_id, endpoint, public_key, authentication, name, created_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (endpoint) DO UPDATE SET browser_id = excluded.browser_id, public_key = excluded.public_key,
                authentication = excluded.authentication, name = excluded.name
            RETURNING id
            """
        let known = try PushSubscriptionID.fetchOne(
            db, sql: sql,
            arguments: [
                id, user, browser, endpoint, Data(draft.publicKey), Data(draft.authentication), draft.name, time,
            ])
        try db.execute(
            sql: """
                DELETE FROM push_subscriptions WHERE user_id = ?1 AND id NOT IN (
                    SELECT id FROM push_subscriptions WHERE user_id = ?1 ORDER BY created_at DESC, id LIMIT ?2)
                """,
            arguments: [user, PushSubscription.maximumPerUser])
        return known ?? id
    }

    static func delete(_ id: PushSubscriptionID, of user: UserID, _ db: Database) throws {
        try db.execute(
            sql: "DELETE FROM push_subscriptions WHERE id = ? AND user_id = ?", arguments: [id, user])
        guard db.changesCount == 1 else { throw DomainError.noSuchSubscription(id) }
    }

    /// Deletes the user's subscriptions in a browser that they sign out of.
    static func delete(in browser: BrowserSessionID, of user: UserID, _ db: Database) throws {
        try db.execute(
            sql: "DELETE FROM push_subscriptions WHERE user_id = ? AND browser_id = ?", arguments: [user, browser])
    }

    /// Deletes the subscriptions of the user who was signed in to a browser before `user`; none if it was the same
    /// user.
    static func deleteOthers(than user: UserID, in former: BrowserSessionID?, _ db: Database) throws {
        try db.execute(
            sql: """
                DELETE FROM push_subscriptions WHERE browser_id = ?1
                    AND user_id = (SELECT user_id FROM browser_sessions WHERE id = ?1 AND user_id <> ?2)
                """,
            arguments: [former, user])
    }

    /// Deletes the subscriptions in all of a user's browsers, or in all but one.
    static func deleteAll(of user: UserID, but kept: BrowserSessionID?, _ db: Database) throws {
        try db.execute(
            sql: "DELETE FROM push_subscriptions WHERE user_id = ? AND browser_id IS NOT ?", arguments: [user, kept])
    }
}

extension DomainError {
    static func noSuchSubscription(_ id: PushSubscriptionID) -> DomainError {
        .notFound("None of your devices has the subscription \(id).")
    }
}

extension Row {
    /// A push service's address; it was validated before it was stored.
    func endpoint(in column: SelectedColumn) throws -> PushEndpoint {
        let text: String = try self[column]
        do throws(InvalidValue) {
            return try PushEndpoint(reading: text)
        } catch {
            throw DamagedValue("endpoint", expected: PushEndpoint.self)
        }
    }
}
