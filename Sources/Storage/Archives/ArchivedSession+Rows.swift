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
                SELECT s.id, s.organization_id, s.author_id, s.title, s.title_source, s.status, s.failure, s.model,
                    s.repository_host, s.repository_owner, s.repository_name, s.base_branch, s.branch,
                    s.agent_session_id, s.created_at, s.updated_at, s.archived_at, p.url, s.last_sequence, s.mode, s.effort
                FROM sessions s LEFT JOIN pull_requests p ON p.number = s.pull_request
                WHERE s.number = ?
                """)
        guard let row = try Row.fetchOne(statement, arguments: [number]) else {
            throw DomainError.noSuchSession
        }
        let session = try ArchivedSession(
            id: row[0], organization: row[1], author: row[2], title: row[3], titleSource: row[4], status: row[5],
            failure: row[6], model: row[7], repository: SessionRow.repository(from: row, at: 8), branch: row[12],
            agentSessionID: row[13], createdAt: row[14], updatedAt: row[15], archivedAt: row[16],
            tasks: TaskRow.all(of: number, db), pullRequests: PullRequestRow.all(of: number, db),
            currentPullRequest: (row[17] as String?).map(PullRequestURL.init(unchecked:)), effort: row[20],
            mode: row[19])
        return (session, try row[18])
    }

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
