package import Domain
import GRDB

extension SessionStore {
    /// Archives or unarchives a session. Does nothing if that is its state already.
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

    /// Stops an active session, whose status is then failed, with the stop as the reason. A session that isn't active
    /// stays unchanged.
    ///
    /// - Parameter actor: the name of the person or key that stops it, for the reason.
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
                try record.saveAndLog(at: time, db)
            }
            return try SessionRow.fetch(record.number, db)
        }
    }

    /// Deletes a session with everything in it. Its entries stay in the event log, but only its deletion can be read
    /// from them. The rest of a long transcript is removed by `removeDeleted`, and isn't visible until then.
    ///
    /// - Parameters:
    ///   - role: the role of `user`. An owner may delete any session, a member only their own.
    ///   - limits: how much is removed in this transaction.
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

    /// Signals after every deletion of a session.
    package var deletions: ChangeSignal { connections.deletions }

    /// Continues to remove the remains of deleted sessions, also of those deleted before the last start. Does a bounded
    /// part in one transaction, so that other changes don't wait long for the writer.
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
