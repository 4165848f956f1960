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
            if record.summary.stop(by: actor) {
                try RunRow.abandon(record.number, db)
                try record.saveWithNews(at: time, db)
            }
            return record.session
        }
    }

    /// Deletes a session with everything in it. The log keeps its numbers, but has nothing to tell about it any more than
    /// that it was deleted.
    ///
    /// - Parameter role: of the person who deletes. An owner may delete any session, a member their own.
    /// - Throws: `DomainError.notFound`, `.forbidden`.
    package func delete(
        _ id: SessionID, of organization: OrganizationID, by user: UserID, as role: Role, at time: Timestamp
    ) async throws {
        try await connections.writeContent { db in
            let record = try SessionRecord.fetch(id, in: organization, db)
            guard record.session.mayBeDeleted(by: user, as: role) else { throw DomainError.deletersOnly }
            try SearchIndex.remove(session: record.number, db)
            try db.execute(sql: "DELETE FROM sessions WHERE number = ?", arguments: [record.number])
            try EventLog.write(.sessionDeleted, .statsChanged, of: id, in: organization, at: time, db)
        }
        connections.deletions.ring()
    }
}
