import Domain
import GRDB

/// A session's row.
enum SessionRow {
    static let selection = Selection(SessionColumns.init)

    static let joins = """
        JOIN users u ON u.id = s.author_id LEFT JOIN pull_requests p ON p.number = s.pull_request
            LEFT JOIN runs r ON r.session_number = s.number LEFT JOIN changes c ON c.session_number = s.number
        """
    static let tables = "FROM sessions s \(joins)"

    /// - Throws: `DomainError.notFound` for an id that exists nowhere, `.forbidden` for one of another organization.
    static func number(of id: SessionID, in organization: OrganizationID, _ db: Database) throws -> Int64 {
        let statement = try db.cachedStatement(sql: "SELECT number, organization_id FROM sessions WHERE id = ?")
        guard let row = try Row.fetchOne(statement, arguments: [id]) else { throw DomainError.noSuchSession }
        guard try row[1] == organization else { throw DomainError.foreignSession }
        return try row[0]
    }

    /// A session's number; `nil` for an unknown session and for one of another organization.
    static func find(_ id: SessionID, in organization: OrganizationID, _ db: Database) throws -> Int64? {
        let statement = try db.cachedStatement(sql: "SELECT number FROM sessions WHERE id = ? AND organization_id = ?")
        return try Int64.fetchOne(statement, arguments: [id, organization])
    }

    static func fetch(_ number: Int64, _ db: Database) throws -> Session {
        let statement = try db.cachedStatement(sql: "SELECT \(selection.sql) \(tables) WHERE s.number = ?")
        guard let row = try Row.fetchOne(statement, arguments: [number]) else { throw DomainError.noSuchSession }
        return try selection.columns.session(from: row)
    }

    static func set(_ choices: AgentChoices, of number: Int64, _ db: Database) throws {
        let statement = try db.cachedStatement(
            sql: """
                UPDATE sessions SET model = coalesce(?, model), effort = coalesce(?, effort), mode = coalesce(?, mode)
                WHERE number = ?
                """)
        try statement.execute(arguments: [choices.model, choices.effort, choices.mode, number])
    }

    static func insert(
        _ draft: SessionDraft, _ summary: SessionSummary, id: SessionID, author: UserID, at time: Timestamp,
        _ db: Database
    ) throws -> Int64 {
        let statement = try db.cachedStatement(sql: insertion)
        let url = draft.repository?.url
        try statement.execute(arguments: [
            id, draft.organizationID, author, summary.title, summary.titleSource, summary.status, summary.failure,
            draft.model, url?.host, url?.owner, url?.name, draft.repository?.baseBranch.description,
            summary.lastSequence, summary.messageCount, summary.textCount, summary.firstMessagePreview,
            summary.lastMessagePreview, time, draft.environment, draft.mode, draft.effort, summary.promptCount,
        ])
        let number = db.lastInsertedRowID
        try SearchIndex.indexTitle(summary.title, of: number, db)
        return number
    }

    static let insertion = """
        INSERT INTO sessions (id, organization_id, author_id, title, title_source, status, failure, model,
            repository_host, repository_owner, repository_name, base_branch, last_sequence, message_count,
            text_count, first_message_preview, last_message_preview, created_at, updated_at, environment_id,
            mode, effort, prompt_count)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?18,
            coalesce(?19, (\(repositoryEnvironment)), (\(defaultEnvironment))), ?20, ?21, ?22)
        """

    /// Finds the environment of a session without a chosen one; evaluated when the row is written.
    static let repositoryEnvironment = """
        SELECT id FROM environments
        WHERE organization_id = ?2 AND repository_host = ?9 AND repository_owner = ?10 AND repository_name = ?11
        ORDER BY is_default DESC, created_at, id LIMIT 1
        """
    static let defaultEnvironment = "SELECT id FROM environments WHERE organization_id = ?2 AND is_default = 1"
}
