/// The line with which Claude Code begins each turn: a `system` line with the subtype `init`.
package struct AgentStart: Equatable, Sendable {
    /// A Model Context Protocol (MCP) server of the agent, and the result of its start.
    package struct MCPServer: Codable, Equatable, Sendable {
        package let name: String
        /// `connected`, `pending`, `failed` or another status of Claude Code's.
        package let status: String

        package init(name: String, status: String) {
            self.name = name
            self.status = status
        }

        /// Whether the agent can't use the server.
        package var isMissing: Bool { status != "connected" && status != "pending" }
    }

    /// The maximum number of commands and of servers, and the maximum length of a name in Unicode scalars.
    private static let maximumCount = 500
    private static let maximumLength = 100

    /// The names of commands and skills that can follow a slash at the beginning of a message, sorted.
    package let commands: [String]
    package let mcpServers: [MCPServer]

    package init(commands: [String], mcpServers: [MCPServer]) {
        let usable = Set(commands).filter { !$0.isEmpty && Self.isKept($0) && !$0.contains(where: \.isWhitespace) }
        self.commands = Array(usable.sorted().prefix(Self.maximumCount))
        self.mcpServers = mcpServers.prefix(Self.maximumCount).map {
            MCPServer(name: Self.shortened($0.name), status: Self.shortened($0.status))
        }
    }

    /// A name cut to `maximumLength`, with unprintable characters escaped.
    private static func shortened(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.prefix(maximumLength))).shownInTerminal
    }

    private static func isKept(_ text: String) -> Bool {
        text.unicodeScalars.count <= maximumLength && !text.utf8.contains(0)
    }
}
