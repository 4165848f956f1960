import Domain
import GRDB

/// An environment: the configuration of sandboxes.
enum EnvironmentRow {
    private static let outlineSelection = Selection(OutlineColumns.init)
    private static let selection = Selection(EnvironmentColumns.init)
    private static let outlineQuery = "SELECT \(outlineSelection.sql) FROM environments e"
    private static let query = "SELECT \(selection.sql) FROM environments e"
    private static let order = "ORDER BY is_default DESC, name COLLATE NOCASE, id"

    static func outlines(of organization: OrganizationID, _ db: Database) throws -> [EnvironmentOutline] {
        let statement = try db.cachedStatement(sql: "\(outlineQuery) WHERE organization_id = ? \(order)")
        return try Row.fetchAll(statement, arguments: [organization]).map(outlineSelection.columns.outline)
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
        return try Row.fetchOne(statement, arguments: [id, organization]).map(outlineSelection.columns.outline)
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

    private static func environment(from row: Row, _ db: Database) throws -> SandboxEnvironment {
        let columns = selection.columns
        let outline = try columns.outline.outline(from: row)
        let variables = try VariableRow.all(of: outline.id, db)
        return try SandboxEnvironment(
            outline: outline, setupScript: row[columns.setupScript],
            variables: EnvironmentVariables(unchecked: VariableRow.values(of: variables)),
            network: EnvironmentNetwork(
                access: NetworkAccess(checking: row[columns.network]),
                hosts: AllowedHostLines.hosts(in: row[columns.allowedHosts])),
            mcp: columns.mcp.mcp(from: row), runnerLabels: row.decodeJSON(in: columns.runnerLabels),
            secretNames: variables.filter { $0.sealed != nil }.map(\.name),
            createdAt: row[columns.createdAt], updatedAt: row[columns.updatedAt])
    }
}

extension DomainError {
    static func noSuchEnvironment(_ id: EnvironmentID) -> DomainError {
        .notFound("The organization has no environment \(id).")
    }
}

/// The columns of an environment in lists.
struct OutlineColumns {
    private let id: SelectedColumn
    private let name: SelectedColumn
    private let isDefault: SelectedColumn
    private let repository: RepositoryColumns

    init(_ list: inout ColumnList) {
        id = list.add("e.id")
        name = list.add("e.name")
        isDefault = list.add("e.is_default")
        repository = RepositoryColumns(of: "e", &list)
    }

    func outline(from row: Row) throws -> EnvironmentOutline {
        try EnvironmentOutline(
            id: row[id], name: row[name], isDefault: row[isDefault], repository: repository.repository(from: row))
    }
}

/// All columns of an environment.
struct EnvironmentColumns {
    let outline: OutlineColumns
    let setupScript: SelectedColumn
    let network: SelectedColumn
    let allowedHosts: SelectedColumn
    let mcp: MCPColumns
    let runnerLabels: SelectedColumn
    let createdAt: SelectedColumn
    let updatedAt: SelectedColumn

    init(_ list: inout ColumnList) {
        outline = OutlineColumns(&list)
        setupScript = list.add("e.setup_script")
        network = list.add("e.network")
        allowedHosts = list.add("e.allowed_hosts")
        mcp = MCPColumns(&list)
        runnerLabels = list.add("e.runner_labels")
        createdAt = list.add("e.created_at")
        updatedAt = list.add("e.updated_at")
    }
}

/// The columns of an environment's MCP servers.
struct MCPColumns {
    private let servers: SelectedColumn
    private let repository: SelectedColumn

    init(_ list: inout ColumnList) {
        servers = list.add("e.mcp_servers")
        repository = list.add("e.repository_mcp")
    }

    func mcp(from row: Row) throws -> EnvironmentMCP {
        try EnvironmentMCP(servers: MCPServers(unchecked: row[servers]), repository: row[repository])
    }
}
