import Domain
import GRDB

/// An environment: the configuration of sandboxes.
enum EnvironmentRow {
    private static let outlineQuery = """
        SELECT id, name, is_default, repository_host, repository_owner, repository_name, base_branch FROM environments
        """
    private static let query = outlineQuery.replacing(
        " FROM",
        with: ", setup_script, created_at, updated_at, network, allowed_hosts, mcp_servers, repository_mcp FROM")
    private static let order = "ORDER BY is_default DESC, name COLLATE NOCASE, id"

    static func outlines(of organization: OrganizationID, _ db: Database) throws -> [EnvironmentOutline] {
        let statement = try db.cachedStatement(sql: "\(outlineQuery) WHERE organization_id = ? \(order)")
        return try Row.fetchAll(statement, arguments: [organization]).map(outline)
    }

    /// - Throws: `DomainError.notFound` when the organization has no such environment.
    static func outline(
        of id: EnvironmentID, in organization: OrganizationID, _ db: Database
    ) throws -> EnvironmentOutline {
        guard let outline = try findOutline(of: id, in: organization, db) else {
            throw DomainError.noSuchEnvironment(id)
        }
        return outline
    }

    /// - Returns: `nil` when the organization has no such environment, or it was deleted.
    static func findOutline(
        of id: EnvironmentID, in organization: OrganizationID, _ db: Database
    ) throws -> EnvironmentOutline? {
        let statement = try db.cachedStatement(sql: "\(outlineQuery) WHERE id = ? AND organization_id = ?")
        return try Row.fetchOne(statement, arguments: [id, organization]).map(outline)
    }

    static func all(of organization: OrganizationID, _ db: Database) throws -> [SandboxEnvironment] {
        try Row.fetchAll(db, sql: "\(query) WHERE organization_id = ? \(order)", arguments: [organization])
            .map { try environment(from: $0, db) }
    }

    static func fetch(
        _ id: EnvironmentID, in organization: OrganizationID, _ db: Database
    ) throws -> SandboxEnvironment {
        let sql = "\(query) WHERE id = ? AND organization_id = ?"
        guard let row = try Row.fetchOne(db, sql: sql, arguments: [id, organization]) else {
            throw DomainError.noSuchEnvironment(id)
        }
        return try environment(from: row, db)
    }

    /// The repository of the environment selected for a session; `nil` if the environment has none.
    ///
    /// - Throws: `DomainError.invalid` for `environmentId` when the organization has no such environment.
    static func repository(
        of id: EnvironmentID, in organization: OrganizationID, _ db: Database
    ) throws -> Repository? {
        do {
            return try outline(of: id, in: organization, db).repository
        } catch let error as DomainError where error.code == .notFound {
            let field = FieldError("environmentId", "must be the id of one of the organization's environments")
            throw DomainError.invalid(fields: [field])
        }
    }

    private static func outline(from row: Row) throws -> EnvironmentOutline {
        try EnvironmentOutline(
            id: row[0], name: row[1], isDefault: row[2], repository: SessionRow.repository(from: row, at: 3))
    }

    /// - Parameter column: of the environment's servers; the next column has the rule for a repository's own servers.
    static func mcp(from row: Row, at column: Int) throws -> EnvironmentMCP {
        try EnvironmentMCP(
            servers: MCPServers(unchecked: row[column]), repository: row[column + 1])
    }

    private static func environment(from row: Row, _ db: Database) throws -> SandboxEnvironment {
        let outline = try outline(from: row)
        let variables = try VariableRow.all(of: outline.id, db)
        return try SandboxEnvironment(
            outline: outline, setupScript: row[7],
            variables: EnvironmentVariables(unchecked: VariableRow.values(of: variables)),
            network: try EnvironmentNetwork(
                access: NetworkAccess(checking: row[10]), hosts: AllowedHostLines.hosts(in: row[11])),
            mcp: try mcp(from: row, at: 12),
            secretNames: variables.filter { $0.sealed != nil }.map(\.name), createdAt: row[8], updatedAt: row[9])
    }
}

extension DomainError {
    static func noSuchEnvironment(_ id: EnvironmentID) -> DomainError {
        .notFound("The organization has no environment \(id).")
    }
}
