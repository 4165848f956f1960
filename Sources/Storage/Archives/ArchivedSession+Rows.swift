import Domain
import GRDB
import Titles

extension ArchivedSession {
    static let nextQuery = """
        SELECT number FROM sessions
        WHERE organization_id = ?1 AND created_at >= ?2 AND (created_at > ?2 OR id > ?3)
        ORDER BY created_at, id LIMIT 1
        """

    static func fetch(_ number: Int64, _ db: Database) throws -> (session: Self, lastSequence: Int) {
        let statement = try db.cachedStatement(
            sql: """
                SELECT \(selection.sql)
                FROM sessions s LEFT JOIN pull_requests p ON p.number = s.pull_request
                WHERE s.number = ?
                """)
        guard let row = try Row.fetchOne(statement, arguments: [number]) else {
            throw DomainError.noSuchSession
        }
        let columns = selection.columns
        let session = try ArchivedSession(
            id: row[columns.id], organization: row[columns.organization], author: row[columns.author],
            title: row[columns.title], titleSource: row[columns.titleSource], status: row[columns.status],
            failure: row[columns.failure], model: row[columns.model],
            repository: columns.repository.repository(from: row), branch: row[columns.branch],
            agentSessionID: row[columns.agentSession], createdAt: row[columns.createdAt],
            updatedAt: row[columns.updatedAt], archivedAt: row[columns.archivedAt],
            tasks: TaskRow.all(of: number, db), pullRequests: PullRequestRow.all(of: number, db),
            currentPullRequest: (row[columns.pullRequest] as String?).map(PullRequestURL.init(unchecked:)),
            effort: row[columns.effort], mode: row[columns.mode])
        return (session, try row[columns.lastSequence])
    }

    private static let selection = Selection(ArchivedSessionColumns.init)

    /// The stored state that decides how a record of this session is imported; `nil` if the session doesn't exist.
    static func find(
        _ id: SessionID, _ db: Database
    ) throws -> (number: Int64, organization: OrganizationID, updatedAt: Timestamp)? {
        let statement = try db.cachedStatement(
            sql: "SELECT number, organization_id, updated_at FROM sessions WHERE id = ?")
        return try Row.fetchOne(statement, arguments: [id]).map { (try $0[0], try $0[1], try $0[2]) }
    }

    /// Inserts the session's row, without messages, and its plan and pull requests.
    func insert(in organization: OrganizationID, author: UserID, _ db: Database) throws {
        try db.cachedStatement(
            sql: """
                INSERT INTO sessions (id, organization_id, author_id, created_at, updated_at, title, title_source, status,
                    model)
                VALUES (?, ?, ?, ?, ?, ?, 'placeholder', 'active', ?)
                """
        ).execute(arguments: [id, organization, author, createdAt, createdAt, SessionTitle.placeholder, model])
        try overwrite(db.lastInsertedRowID, in: organization, db)
    }

    /// Sets a row to this state, except for what its messages determine.
    func overwrite(_ number: Int64, in organization: OrganizationID, _ db: Database) throws {
        let url = repository?.url
        try db.cachedStatement(
            sql: """
                UPDATE sessions SET title = ?, title_source = ?, status = ?, failure = ?, model = ?, repository_host = ?,
                    repository_owner = ?, repository_name = ?, base_branch = ?, branch = ?, agent_session_id = ?,
                    updated_at = ?, archived_at = ?, mode = ?, effort = ?
                WHERE number = ?
                """
        ).execute(arguments: [
            title, titleSource, status, failure, model, url?.host, url?.owner, url?.name,
            repository?.baseBranch.description, branch, agentSessionID, updatedAt, archivedAt, mode, effort, number,
        ])
        try SearchIndex.reindexTitle(title, of: number, db)
        try TaskRow.replaceAll(with: tasks, of: number, db)
        try PullRequestRow.replaceAll(with: pullRequests, showing: currentPullRequest, of: number, in: organization, db)
    }
}

/// The columns of a session in an export.
private struct ArchivedSessionColumns {
    let id: SelectedColumn
    let organization: SelectedColumn
    let author: SelectedColumn
    let title: SelectedColumn
    let titleSource: SelectedColumn
    let status: SelectedColumn
    let failure: SelectedColumn
    let model: SelectedColumn
    let effort: SelectedColumn
    let mode: SelectedColumn
    let repository: RepositoryColumns
    let branch: SelectedColumn
    let agentSession: SelectedColumn
    let createdAt: SelectedColumn
    let updatedAt: SelectedColumn
    let archivedAt: SelectedColumn
    let pullRequest: SelectedColumn
    let lastSequence: SelectedColumn

    init(_ list: inout ColumnList) {
        id = list.add("s.id")
        organization = list.add("s.organization_id")
        author = list.add("s.author_id")
        title = list.add("s.title")
        titleSource = list.add("s.title_source")
        status = list.add("s.status")
        failure = list.add("s.failure")
        model = list.add("s.model")
        effort = list.add("s.effort")
        mode = list.add("s.mode")
        repository = RepositoryColumns(of: "s", &list)
        branch = list.add("s.branch")
        agentSession = list.add("s.agent_session_id")
        createdAt = list.add("s.created_at")
        updatedAt = list.add("s.updated_at")
        archivedAt = list.add("s.archived_at")
        pullRequest = list.add("p.url")
        lastSequence = list.add("s.last_sequence")
    }
}
