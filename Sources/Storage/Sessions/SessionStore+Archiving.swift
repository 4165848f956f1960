package import Domain
import GRDB

extension SessionStore {
    /// Puts a session away or takes it out again. Where it is already, nothing changes.
    ///
    /// - Throws: `DomainError.notFound`, `.forbidden`.
    package func setArchived(
        _ isArchived: Bool, _ id: SessionID, of organization: OrganizationID, at time: Timestamp
    ) async throws -> Session {
        try await connections.writeContent { db in
            let number = try SessionRow.number(of: id, in: organization, db)
            try db.execute(
                sql: """
                    UPDATE sessions SET archived_at = ?1, updated_at = max(updated_at, ?2)
                    WHERE number = ?3 AND (archived_at IS NULL) <> (?1 IS NULL)
                    """,
                arguments: [isArchived ? time : nil, time, number])
            if db.changesCount > 0 {
                try EventLog.write(.sessionUpdated, of: id, in: organization, at: time, db)
            }
            return try SessionRow.fetch(number, db)
        }
    }

    /// Ends an active session, which then has failed for the reason that it was stopped. Another stays as it is.
    ///
    /// - Throws: `DomainError.notFound`, `.forbidden`.
    package func stop(
        _ id: SessionID, of organization: OrganizationID, by actor: String, at time: Timestamp
    ) async throws -> Session {
        try await connections.writeContent { db in
            var record = try SessionRecord.fetch(id, in: organization, db)
            record.isEndedByHand = true
            if record.summary.stop(by: actor) {
                try RunRow.abandon(record.number, db)
                try RequestRow.withdrawAll(of: record.session, number: record.number, at: time, db)
                try record.saveWithNews(at: time, db)
            }
            return try SessionRow.fetch(record.number, db)
        }
    }

    /// Deletes a session with everything in it. The log keeps its numbers, but has nothing to tell about it any more than
    /// that it was deleted. Of a long transcript the rest is removed by `removeDeleted`; nobody sees it meanwhile.
    ///
    /// - Parameters:
    ///   - role: of the person who deletes. An owner may delete any session, a member their own.
    ///   - limits: how much is removed in the one transaction.
    /// - Throws: `DomainError.notFound`, `.forbidden`.
    package func delete(
        _ id: SessionID, of organization: OrganizationID, by user: UserID, as role: Role, at time: Timestamp,
        limits: DeletionLimits = .standard
    ) async throws {
        try await connections.writeContent { db in
            let record = try SessionRecord.fetch(id, in: organization, db)
            guard record.session.mayBeDeleted(by: user, as: role) else { throw DomainError.deletersOnly }
            try DeletedSessionRow.delete(record.number, id, of: organization, limits: limits, db)
            try EventLog.write(.sessionDeleted, .statsChanged, of: id, in: organization, at: time, db)
        }
        connections.deletions.signal()
    }

    /// Rings after every deletion of a session.
    package var deletions: ChangeSignal { connections.deletions }

    /// Goes on with removing what is left of deleted sessions, also of those deleted before the last start: one
    /// transaction's worth, so that nobody waits long for the writer.
    ///
    /// - Returns: whether there is more.
    package func removeDeleted(at time: Timestamp, limits: DeletionLimits = .standard) async throws -> Bool {
        guard try await connections.read(.bulk, DeletedSessionRow.isAnyThere) else { return false }
        return try await connections.writeContent { db in
            try DeletedSessionRow.removeNext(at: time, limits: limits, db)
            return try DeletedSessionRow.isAnyThere(db)
        }
    }
}
