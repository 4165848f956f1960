package import Domain
import GRDB

/// The devices of people, and the kinds of events they want to be notified of.
extension PushStore {
    /// A person's subscribed devices, newest first.
    package func subscriptions(of user: UserID) async throws -> [PushSubscription] {
        try await connections.read { try PushSubscriptionRow.all(of: user, $0) }
    }

    /// Subscribes a device, or renews its subscription, which then keeps its id. Beyond the limit per person, the
    /// oldest subscriptions are deleted.
    ///
    /// - Parameter browser: the browser session on that device. Signing out of it ends the subscription.
    package func subscribe(
        _ draft: PushSubscriptionDraft, of user: UserID, in browser: BrowserSessionID, at time: Timestamp,
        once: IdempotentRequest<PushSubscription>? = nil
    ) async throws -> IdempotentResult<PushSubscription> {
        try await connections.writeContent { db in
            try db.perform(once, at: time) {
                let id = try PushSubscriptionRow.save(draft, id: .random(), of: user, in: browser, at: time, db)
                return try PushSubscriptionRow.find(id, of: user, db)
            }
        }
    }

    /// - Throws: `DomainError.notFound` when the person has no such device.
    package func unsubscribe(_ id: PushSubscriptionID, of user: UserID) async throws {
        try await connections.writeContent { try PushSubscriptionRow.delete(id, of: user, $0) }
    }

    /// Queues a test notification for one device.
    ///
    /// - Throws: `DomainError.notFound` when the person has no such device.
    package func test(_ id: PushSubscriptionID, of user: UserID, at time: Timestamp) async throws {
        try await connections.writeContent { db in
            _ = try PushSubscriptionRow.find(id, of: user, db)
            try PushOutbox.test(id, at: time, db)
        }
        connections.changeSignal.signal()
    }

    /// The kinds of events that a person is notified of.
    package func kinds(of user: UserID) async throws -> Set<PushKind> {
        try await connections.read { try Self.kinds(of: user, $0) }
    }

    /// Turns notifications on or off for some kinds; other kinds stay unchanged. Returns the kinds that are on.
    package func choose(_ choices: [PushKind: Bool], of user: UserID) async throws -> Set<PushKind> {
        try await connections.writeContent { db in
            for (kind, isWanted) in choices {
                let sql =
                    isWanted
                    ? "DELETE FROM push_mutes WHERE user_id = ? AND kind = ?"
                    : "INSERT OR IGNORE INTO push_mutes (user_id, kind) VALUES (?, ?)"
                try db.execute(sql: sql, arguments: [user, kind])
            }
            return try Self.kinds(of: user, db)
        }
    }

    private static func kinds(of user: UserID, _ db: Database) throws -> Set<PushKind> {
        let muted = try PushKind.fetchAll(db, sql: "SELECT kind FROM push_mutes WHERE user_id = ?", arguments: [user])
        return Set(PushKind.allCases).subtracting(muted)
    }
}
