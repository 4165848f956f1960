package import Domain
import GRDB

extension SessionStore {
    /// The organization's numbers, and the first of its sessions that pass the filter, at one moment.
    package func overview(
        of organization: OrganizationID, _ filter: SessionFilter, after cursor: SessionCursor = .start, limit: Int,
        at now: Timestamp
    ) async throws -> (stats: SessionStats, sessions: [ListedSession]) {
        try await connections.read { db in
            (
                try connections.countedStats.stats(of: organization, at: now, db).stats,
                try SessionListQuery(organization: organization, filter: filter).page(after: cursor, limit: limit, db)
            )
        }
    }

    /// The next sessions of a list.
    package func page(
        of organization: OrganizationID, _ filter: SessionFilter, after cursor: SessionCursor, limit: Int
    ) async throws -> [ListedSession] {
        try await connections.read { db in
            try SessionListQuery(organization: organization, filter: filter).page(after: cursor, limit: limit, db)
        }
    }

    /// - Throws: `DomainError.notFound`, `.forbidden`.
    package func detail(of id: SessionID, in organization: OrganizationID) async throws -> SessionDetail {
        try await connections.readBriefly { db in
            let record = try SessionRecord.fetch(id, in: organization, db)
            return SessionDetail(
                session: record.session,
                messages: try MessageLines.array(of: record.number, db),
                tasks: try TaskRow.all(of: record.number, db),
                environment: try record.outlineOfEnvironment(db),
                run: try RunRow.fetch(record.number, db))
        }
    }

    /// A part of the transcript, in its order whichever way it is read.
    ///
    /// - Throws: `DomainError.notFound`, `.forbidden`.
    package func messages(
        _ range: MessageRange, of id: SessionID, in organization: OrganizationID, limit: Int
    ) async throws -> MessagePage {
        try await connections.readBriefly { db in
            let number = try SessionRow.number(of: id, in: organization, db)
            return try MessageRow.page(range, of: number, limit: limit, db)
        }
    }
}
