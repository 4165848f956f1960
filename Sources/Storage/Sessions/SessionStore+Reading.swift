package import Domain
import GRDB

extension SessionStore {
    /// The organization's statistics and the first page of sessions that pass the filter, in one snapshot.
    package func overview(
        of organization: OrganizationID, _ filter: SessionFilter, after cursor: SessionCursor = .start, limit: Int,
        at now: Timestamp
    ) async throws -> (stats: SessionStats, page: SessionPage) {
        let query = SessionListQuery(organization: organization, filter: filter)
        return try await connections.read(query.kind) { db in
            (
                try connections.countedStats.stats(of: organization, at: now, db).stats,
                try query.page(after: cursor, limit: limit, db)
            )
        }
    }

    /// The next page of a list.
    package func page(
        of organization: OrganizationID, _ filter: SessionFilter, after cursor: SessionCursor, limit: Int
    ) async throws -> SessionPage {
        let query = SessionListQuery(organization: organization, filter: filter)
        return try await connections.read(filter.query == nil ? .bulk : .search) { db in
            try query.page(after: cursor, limit: limit, db)
        }
    }

    /// A session with the beginning of its conversation; `lines` reads the rest of a longer one.
    ///
    /// - Throws: `DomainError.notFound`, `.forbidden`.
    package func detail(
        of id: SessionID, in organization: OrganizationID, limits: BatchLimits = .answered
    ) async throws -> SessionDetail {
        try await connections.readOnCallerThread { db in
            let record = try SessionRecord.fetch(id, in: organization, db)
            return SessionDetail(
                session: try record.placedSession(db),
                messages: try MessageLines.batch(
                    of: record.number, after: .start, upTo: record.summary.lastSequence, limits: limits, db),
                lastSequence: record.summary.lastSequence,
                tasks: try TaskRow.all(of: record.number, db),
                environment: try record.outlineOfEnvironment(db),
                run: try RunRow.fetch(record.number, db))
        }
    }

    /// The next part of a conversation, between two positions.
    ///
    /// - Throws: `DomainError.notFound`, `.forbidden` if the session was deleted or moved in the meantime.
    package func lines(
        of id: SessionID, in organization: OrganizationID, after place: MessagePosition, upTo last: Int,
        limits: BatchLimits = .answered
    ) async throws -> MessageBatch {
        try await connections.read(.bulk) { db in
            let number = try SessionRow.number(of: id, in: organization, db)
            return try MessageLines.batch(of: number, after: place, upTo: last, limits: limits, db)
        }
    }

    /// A page of the transcript, in its order in either direction. Long messages make the page shorter than the limit.
    ///
    /// - Throws: `DomainError.notFound`, `.forbidden`.
    package func messages(
        _ range: MessageRange, of id: SessionID, in organization: OrganizationID, limit: Int
    ) async throws -> MessagePage {
        try await connections.readOnCallerThread { db in
            let number = try SessionRow.number(of: id, in: organization, db)
            let limits = BatchLimits(lines: limit, bytes: BatchLimits.standard.bytes)
            return try MessageRow.page(range, of: number, limits: limits, db)
        }
    }
}
