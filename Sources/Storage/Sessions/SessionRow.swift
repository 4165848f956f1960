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

    /// Stores what an edit changes besides the summary, which has the title and the status.
    ///
    /// - Returns: whether that is anything.
    static func set(_ edit: SessionEdit, of record: SessionRecord, _ db: Database) throws -> Bool {
        guard edit.choices.change(record.session) else { return false }
        try set(edit.choices, of: record.number, db)
        return true
    }

    /// Sets a row to the state in an export, except for what its messages determine.
    static func overwrite(_ number: Int64, with session: ArchivedSession, _ db: Database) throws {
        let url = session.repository?.url
        let statement = try db.cachedStatement(
            sql: """
                UPDATE sessions SET title = ?, title_source = ?, status = ?, failure = ?, model = ?, repository_host = ?,
                    repository_owner = ?, repository_name = ?, base_branch = ?, branch = ?, agent_session_id = ?,
                    updated_at = ?, archived_at = ?, mode = ?, effort = ?
                WHERE number = ?
                """)
        try statement.execute(arguments: [
            session.title, session.titleSource, session.status, session.failure, session.model, url?.host, url?.owner,
            url?.name, session.repository?.baseBranch.description, session.branch, session.agentSessionID,
            session.updatedAt, session.archivedAt, session.mode, session.effort, number,
        ])
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
        guard let mark = try SearchIndex.mark(of: draft.organizationID, db) else { return number }
        let session = SearchedSession(
            title: summary.title, author: author, repository: url.map { "\($0.owner)/\($0.name)" }, mark)
        try SearchIndex.index(session, of: number, isNew: true, db)
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

/// The columns of a session as it is shown, from `SessionRow.tables`.
struct SessionColumns {
    private let id: SelectedColumn
    private let organization: SelectedColumn
    private let title: SelectedColumn
    private let titleSource: SelectedColumn
    private let status: SelectedColumn
    private let failure: SelectedColumn
    private let model: SelectedColumn
    private let effort: SelectedColumn
    private let mode: SelectedColumn
    private let repository: RepositoryColumns
    private let branch: SelectedColumn
    private let messageCount: SelectedColumn
    private let firstMessagePreview: SelectedColumn
    private let lastMessagePreview: SelectedColumn
    private let createdAt: SelectedColumn
    private let updatedAt: SelectedColumn
    private let archivedAt: SelectedColumn
    private let waitingID: SelectedColumn
    private let waitingKind: SelectedColumn
    private let waitingSince: SelectedColumn
    private let author: AuthorColumns
    private let pullRequest: PullRequestColumns
    private let stage: SelectedColumn
    private let stageSince: SelectedColumn
    private let changes: ChangeCountColumns

    init(_ list: inout ColumnList) {
        id = list.add("s.id")
        organization = list.add("s.organization_id")
        title = list.add("s.title")
        titleSource = list.add("s.title_source")
        status = list.add("s.status")
        failure = list.add("s.failure")
        model = list.add("s.model")
        effort = list.add("s.effort")
        mode = list.add("s.mode")
        repository = RepositoryColumns(of: "s", &list)
        branch = list.add("s.branch")
        messageCount = list.add("s.message_count")
        firstMessagePreview = list.add("s.first_message_preview")
        lastMessagePreview = list.add("s.last_message_preview")
        createdAt = list.add("s.created_at")
        updatedAt = list.add("s.updated_at")
        archivedAt = list.add("s.archived_at")
        waitingID = list.add("s.waiting_id")
        waitingKind = list.add("s.waiting_kind")
        waitingSince = list.add("s.waiting_since")
        author = AuthorColumns(of: "u", &list)
        pullRequest = PullRequestColumns(of: "p", &list)
        stage = list.add("r.stage")
        stageSince = list.add("coalesce(iif(r.stage = 'queued', NULL, r.attempt_began_at), r.queued_at)")
        changes = ChangeCountColumns(of: "c", &list)
    }

    func session(from row: Row) throws -> Session {
        try Session(
            id: row[id], organizationID: row[organization], author: author.author(from: row), title: row[title],
            titleSource: row[titleSource], status: row[status], failure: row[failure], model: row[model],
            repository: repository.repository(from: row), branch: row[branch],
            pullRequest: pullRequest.pullRequest(from: row), messageCount: row[messageCount],
            firstMessagePreview: row[firstMessagePreview], lastMessagePreview: row[lastMessagePreview],
            createdAt: row[createdAt], updatedAt: row[updatedAt], archivedAt: row[archivedAt], effort: row[effort],
            mode: row[mode], waitingFor: wait(from: row), run: run(from: row))
    }

    private func wait(from row: Row) throws -> SessionWait? {
        try (row[waitingID] as RequestID?).map {
            try SessionWait(id: $0, kind: row[waitingKind], since: row[waitingSince])
        }
    }

    private func run(from row: Row) throws -> SessionRun? {
        try (row[stage] as RunStage?).map {
            try SessionRun(stage: $0, since: row[stageSince], changes: changes.count(from: row))
        }
    }
}
