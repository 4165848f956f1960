package import Domain
import FoundationEssentials
import GRDB

/// The retention of workspaces.
extension RunStore {
    /// The sessions whose workspaces are kept: those with runs that are queued or under way, and those with runs that
    /// ended after `time`, in the order of their ends.
    package func workspaces(endedAfter time: Timestamp) async throws -> (busy: Set<SessionID>, ended: [SessionID]) {
        try await connections.read(.bulk) { db in
            // In two parts, each with an index of only those rows.
            let busy = """
                SELECT s.id FROM runs r JOIN sessions s ON s.number = r.session_number WHERE r.stage = 'queued'
                UNION ALL
                SELECT s.id FROM runs r JOIN sessions s ON s.number = r.session_number
                WHERE r.stage <> 'queued' AND r.stage <> 'ended'
                """
            let ended = """
                SELECT s.id FROM runs r JOIN sessions s ON s.number = r.session_number
                WHERE r.stage = 'ended' AND r.base_commit IS NOT NULL AND r.ended_at > ? ORDER BY r.ended_at
                """
            return (try SessionID.fetchSet(db, sql: busy), try SessionID.fetchAll(db, sql: ended, arguments: [time]))
        }
    }

    /// The given sessions that still exist.
    package func existing(_ sessions: [SessionID]) async throws -> Set<SessionID> {
        let list = try sessions.map(\.rawValue).sortedJSON
        return try await connections.read(.bulk) { db in
            let sql = "SELECT id FROM sessions WHERE id IN (SELECT value FROM json_each(?))"
            return try SessionID.fetchSet(db, sql: sql, arguments: [list])
        }
    }

    /// Records the size of the archive of a run's workspace; `nil` if there is no archive any more.
    package func keepArchive(bytes: Int?, of run: RunNumber, at time: Timestamp) async throws {
        try await connections.writeContent { db in
            try db.execute(
                sql: "UPDATE runs SET archive_bytes = ? WHERE session_number = ?", arguments: [bytes, run.session])
            try Self.logEvent(.runUpdated, of: run.session, at: time, db)
        }
    }

    /// Whether a session's workspace is stored as an archive.
    ///
    /// - Throws: `DomainError.notFound`, `.forbidden`.
    package func hasArchive(of id: SessionID, in organization: OrganizationID) async throws -> Bool {
        try await connections.read { db in
            let number = try SessionRow.number(of: id, in: organization, db)
            return try RunRow.fetch(number, db)?.archiveBytes != nil
        }
    }

    /// Removes a workspace: the session's next run starts with a new one.
    ///
    /// - Parameter move: moves the workspace out of the way. No run of the session starts before it returns.
    /// - Returns: `false` when the workspace is in use again; it wasn't moved then.
    package func forgetWorkspace(
        of session: SessionID, _ move: @Sendable () throws -> Void
    ) async throws -> Bool {
        guard connections.heldWorkspaces.hold(session) else { return false }
        defer {
            connections.heldWorkspaces.release(session)
            connections.changeSignal.signal()
        }
        guard try await clearWorkspace(of: session) else { return false }
        try move()
        return true
    }

    private func clearWorkspace(of session: SessionID) async throws -> Bool {
        try await connections.writeContent { db in
            let sql = """
                SELECT r.stage <> 'ended' FROM runs r JOIN sessions s ON s.number = r.session_number WHERE s.id = ?
                """
            if try Bool.fetchOne(db, sql: sql, arguments: [session]) ?? false { return false }
            try db.execute(
                sql: """
                    UPDATE runs SET base_commit = NULL, archive_bytes = NULL
                    WHERE session_number = (SELECT number FROM sessions WHERE id = ?)
                    """,
                arguments: [session])
            return true
        }
    }
}
