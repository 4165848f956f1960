/// The Model Context Protocol (MCP) servers of an environment's agents.
package struct EnvironmentMCP: Equatable, Sendable {
    package var servers: MCPServers
    package var repository: RepositoryMCP

    package init(servers: MCPServers = MCPServers(), repository: RepositoryMCP = .ignore) {
        self.servers = servers
        self.repository = repository
    }
}

/// Whether agents start the servers in a repository's `.mcp.json`. They are programs that start with the agent, without
/// a confirmation.
package enum RepositoryMCP: String, CaseIterable, Sendable {
    case ignore, allow
}
