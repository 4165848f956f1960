import Domain
import GRDB

/// The data that a session's agent printed at the start of its latest turn.
enum AgentStartRow {
    /// How many of a repository's latest sessions are searched.
    private static let depth = 50

    static func save(_ start: AgentStart, of number: Int64, _ db: Database) throws {
        let statement = try db.cachedStatement(
            sql: "INSERT OR REPLACE INTO agent_starts (session_number, commands, mcp_servers) VALUES (?, ?, ?)")
        try statement.execute(arguments: [number, start.commands.sortedJSON, start.mcpServers.sortedJSON])
    }

    static func mcpServers(of number: Int64, _ db: Database) throws -> [AgentStart.MCPServer] {
        let statement = try db.cachedStatement(sql: "SELECT mcp_servers FROM agent_starts WHERE session_number = ?")
        return try Row.fetchOne(statement, arguments: [number])?.decodeJSON(at: 0) ?? []
    }

    /// The commands of a session's agent; `nil` before the agent has listed any.
    static func commands(of number: Int64, _ db: Database) throws -> [String]? {
        let statement = try db.cachedStatement(sql: "SELECT commands FROM agent_starts WHERE session_number = ?")
        return try Row.fetchOne(statement, arguments: [number])?.decodeJSON(at: 0)
    }

    /// The commands of the latest agent that worked on a repository, in any session of the organization.
    static func commands(
        for repository: RepositoryURL, in organization: OrganizationID, _ db: Database
    ) throws -> [String] {
        let statement = try db.cachedStatement(
            sql: """
                SELECT (SELECT commands FROM agent_starts WHERE session_number = s.number) FROM sessions s
                WHERE s.organization_id = ?1 AND s.repository_owner = ?2 COLLATE NOCASE
                    AND s.repository_name = ?3 COLLATE NOCASE AND s.repository_host = ?4
                ORDER BY s.created_at DESC, s.id LIMIT \(depth)
                """)
        let arguments: StatementArguments = [organization, repository.owner, repository.name, repository.host]
        let rows = try Row.fetchCursor(statement, arguments: arguments)
        while let row = try rows.next() {
            if try row[0] as String? != nil { return try row.decodeJSON(at: 0) }
        }
        return []
    }
}
