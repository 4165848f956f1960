/// Which servers of the Model Context Protocol an environment's agents have.
package struct EnvironmentMCP: Equatable, Sendable {
    package var servers: MCPServers
    package var repository: RepositoryMCP

    package init(servers: MCPServers = MCPServers(), repository: RepositoryMCP = .ignore) {
        self.servers = servers
        self.repository = repository
    }
}

/// What becomes of the servers that a repository names in its `.mcp.json`. They are programs which are started with the
/// agent, without a question.
package enum RepositoryMCP: String, CaseIterable, Sendable {
    case ignore, allow
}
