/// What Claude Code tells in the line that begins each turn: a `system` line with the subtype `init`.
package struct AgentStart: Equatable, Sendable {
    /// A server of the Model Context Protocol that the agent was given, and how its start went.
    package struct MCPServer: Codable, Equatable, Sendable {
        package let name: String
        /// `connected`, `pending`, `failed` or another word of Claude Code's.
        package let status: String

        package init(name: String, status: String) {
            self.name = name
            self.status = status
        }

        /// Whether the agent can't use it.
        package var isMissing: Bool { status != "connected" && status != "pending" }
    }

    /// How many names of each kind are kept, and how many characters a name may have.
    private static let maximumCount = 500
    private static let maximumLength = 100

    /// What may stand after a slash at the beginning of a message: commands and skills, in their alphabetical order.
    package let commands: [String]
    package let mcpServers: [MCPServer]

    package init(commands: [String], mcpServers: [MCPServer]) {
        let usable = Set(commands).filter { !$0.isEmpty && Self.isKept($0) && !$0.contains(where: \.isWhitespace) }
        self.commands = Array(usable.sorted().prefix(Self.maximumCount))
        self.mcpServers = mcpServers.prefix(Self.maximumCount).map {
            MCPServer(name: Self.shortened($0.name), status: Self.shortened($0.status))
        }
    }

    /// What is shown of a name that is too long, or has what a page can't show.
    private static func shortened(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.prefix(maximumLength))).shownInTerminal
    }

    private static func isKept(_ text: String) -> Bool {
        text.unicodeScalars.count <= maximumLength && !text.utf8.contains(0)
    }
}
