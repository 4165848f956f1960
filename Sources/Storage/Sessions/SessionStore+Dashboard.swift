package import Domain
import GRDB

extension SessionStore {
    /// What the dashboard shows of an organization, at one moment.
    ///
    /// - Parameter days: how many days of activity, today included.
    package func dashboard(
        of organization: OrganizationID, _ filter: SessionFilter, after cursor: SessionCursor, limit: Int, days: Int,
        at now: Timestamp
    ) async throws -> SessionsOverview {
        let query = SessionListQuery(organization: organization, filter: filter)
        return try await connections.read(query.kind) { db in
            let page = try query.page(after: cursor, limit: limit, db)
            return SessionsOverview(
                stats: try connections.countedStats.stats(of: organization, at: now, db).stats,
                activity: try ActivityQuery.run(organization, days: days, at: now, db),
                sessions: page.sessions,
                searchLimit: page.searchLimit,
                choices: try ChoicesQuery(organization: organization, author: nil).run(db),
                members: try MemberStore.members(of: organization, db),
                hasSessions: try Bool.fetchOne(
                    db, sql: "SELECT EXISTS (SELECT 1 FROM sessions WHERE organization_id = ?)",
                    arguments: [organization]) ?? false,
                position: try EventLog.end(db))
        }
    }

    /// What a person chose for their sessions lately, and the environments that there are.
    package func choices(of author: UserID, in organization: OrganizationID) async throws -> SessionChoices {
        try await connections.read { db in
            var choices = try ChoicesQuery(organization: organization, author: author).run(db)
            choices.environments = try EnvironmentRow.outlines(of: organization, db)
            return choices
        }
    }

    /// A session and a part of its transcript.
    ///
    /// - Throws: `DomainError.notFound`, `.forbidden`.
    package func excerpt(
        _ range: MessageRange, of id: SessionID, in organization: OrganizationID, limit: Int
    ) async throws -> SessionExcerpt {
        try await connections.read { db in
            let record = try SessionRecord.fetch(id, in: organization, db)
            let run = try RunRow.fetch(record.number, db)
            let environments =
                try run?.stage == .ended ? EnvironmentRow.outlines(of: organization, db) : []
            let messages = try MessageRow.page(
                range, of: record.number, limits: BatchLimits(lines: limit, bytes: .max), hasMarks: true, db)
            var excerpt = SessionExcerpt(
                session: try record.placedSession(db), messages: messages,
                tasks: try TaskRow.all(of: record.number, db), environment: try record.outlineOfEnvironment(db),
                environments: environments, run: run, requests: try RequestRow.pending(of: record.number, db),
                queued: try QueuedMessageRow.first(run?.unheard ?? [], of: record.number, db),
                position: try EventLog.end(db))
            if let first = messages.messages.first, let last = messages.messages.last {
                excerpt.attachments = try AttachmentRow.all(
                    of: record.number, in: first.sequence...last.sequence, db
                ).map(\.sent)
            }
            return excerpt
        }
    }
}
