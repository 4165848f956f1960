import Domain
import GRDB

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
    let createdAt: SelectedColumn
    let updatedAt: SelectedColumn

    init(_ list: inout ColumnList) {
        outline = OutlineColumns(&list)
        setupScript = list.add("e.setup_script")
        network = list.add("e.network")
        allowedHosts = list.add("e.allowed_hosts")
        mcp = MCPColumns(&list)
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
