package import Domain
import GRDB

extension SessionStore {
    /// The organization's numbers, and the newest of its sessions, at one moment.
    package func overview(
        of organization: OrganizationID, at now: Timestamp, limit: Int
    ) async throws -> (stats: SessionStats, sessions: [Session]) {
        try await connections.read { db in
            let stats = try StatsQuery.run(organization, at: now, db)
            return (stats, try SessionRow.page(of: organization, after: nil, limit: limit, db))
        }
    }

    /// The next sessions of a list, newest first.
    package func page(
        of organization: OrganizationID, after cursor: SessionCursor, limit: Int
    ) async throws -> [Session] {
        try await connections.read { try SessionRow.page(of: organization, after: cursor, limit: limit, $0) }
    }

    /// - Throws: `DomainError.notFound`, `.forbidden`.
    package func detail(of id: SessionID, in organization: OrganizationID) async throws -> SessionDetail {
        try await connections.read { db in
            let number = try SessionRow.number(of: id, in: organization, db)
            return SessionDetail(
                session: try SessionRow.fetch(number, db),
                messages: try MessageRow.all(of: number, db),
                tasks: try TaskRow.all(of: number, db))
        }
    }

    /// A part of the transcript, in its order whichever way it is read.
    ///
    /// - Throws: `DomainError.notFound`, `.forbidden`.
    package func messages(
        _ range: MessageRange, of id: SessionID, in organization: OrganizationID, limit: Int
    ) async throws -> MessagePage {
        try await connections.read { db in
            let number = try SessionRow.number(of: id, in: organization, db)
            return try MessageRow.page(range, of: number, limit: limit, db)
        }
    }
}
