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
            sql: "SELECT \(selection.sql) \(SessionRow.tables) WHERE s.number = ?")
        guard let row = try Row.fetchOne(statement, arguments: [number]) else { throw DomainError.noSuchSession }
        let columns = selection.columns
        let session = try ArchivedSession(
            columns.session.session(from: row), agentSessionID: row[columns.agentSession],
            tasks: TaskRow.all(of: number, db), pullRequests: PullRequestRow.all(of: number, db))
        return (session, try row[columns.lastSequence])
    }

    private static let selection = Selection(Columns.init)

    private struct Columns {
        let session: SessionColumns
        let agentSession: SelectedColumn
        let lastSequence: SelectedColumn

        init(_ list: inout ColumnList) {
            session = SessionColumns(&list)
            agentSession = list.add("s.agent_session_id")
            lastSequence = list.add("s.last_sequence")
        }
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
        try SessionRow.overwrite(number, with: self, db)
        try TaskRow.replaceAll(with: tasks, of: number, db)
        try PullRequestRow.replaceAll(with: pullRequests, showing: currentPullRequest, of: number, in: organization, db)
        try SearchIndex.indexSession(number, db)
    }
}
