import Domain

/// How an agent is started: a command that speaks Claude Code's `stream-json` on standard input and output.
package struct AgentCommand: Equatable, Sendable {
    /// The program, as a path, and what it is always given.
    package let arguments: [String]
    /// What it needs to see of this machine besides the system.
    package let readOnlyPaths: [String]
    /// What it finds in its environment whatever the operator passes on.
    package let variables: [String: String]
    /// As whom it is named beside the author of a commit.
    package let name: String
    package let email: String
    /// Whether it is told how much to ask people.
    package let takesModes: Bool

    package init(
        arguments: [String], readOnlyPaths: [String], variables: [String: String] = [:], name: String, email: String,
        takesModes: Bool = true
    ) {
        self.arguments = arguments
        self.readOnlyPaths = readOnlyPaths
        self.variables = variables
        self.name = name
        self.email = email
        self.takesModes = takesModes
    }

    package var isClaudeCode: Bool { self.name == Self.claude }
    private static let claude = "Claude"

    /// - Parameters:
    ///   - attachments: where it finds people's files, which it then reads without asking.
    ///   - conversation: the one to go on with; without it a new one begins.
    func arguments(
        model: String, effort: AgentEffort, mode: SessionMode, mcp: EnvironmentMCP, attachments: String? = nil,
        resuming conversation: String?
    ) -> [String] {
        let directories = attachments.map { ["--add-dir", $0] } ?? []
        return arguments + (takesModes ? ["--permission-mode", mode.permissionMode] : [])
            + (isClaudeCode ? Self.arguments(mcp) + directories + Self.arguments(effort) : []) + ["--model", model]
            + (conversation.map { ["--resume", $0] } ?? [])
    }

    private static func arguments(_ effort: AgentEffort) -> [String] {
        effort == .standard ? [] : ["--effort", effort.rawValue]
    }

    /// Without the second option Claude Code starts the servers of a repository's `.mcp.json` unasked.
    private static func arguments(_ mcp: EnvironmentMCP) -> [String] {
        (mcp.servers.isEmpty ? [] : ["--mcp-config", mcp.servers.configuration])
            + (mcp.repository == .allow ? [] : ["--strict-mcp-config"])
    }
}

extension AgentCommand {
    /// Claude Code, set up for work that nobody watches: what it may do is the sandbox's to limit. It asks people on its
    /// control channel, without which it has no tool for questions and plans; and it may be told later to work by itself,
    /// which needs a leave from the start.
    package static func claudeCode(path: String, maximumTurns: Int?) -> AgentCommand {
        AgentCommand(
            arguments: [
                path, "-p", "--input-format", "stream-json", "--output-format", "stream-json", "--verbose",
                "--permission-prompt-tool", "stdio", "--allow-dangerously-skip-permissions",
            ] + (maximumTurns.map { ["--max-turns", String($0)] } ?? []),
            readOnlyPaths: [path], variables: ["IS_SANDBOX": "1", "DISABLE_AUTOUPDATER": "1"], name: claude,
            email: "noreply@anthropic.com")
    }

    /// `lodestone demo-agent`.
    ///
    /// - Parameter libraries: the shared libraries that it uses besides the system's.
    package static func demo(ownPath: String, libraries: [String]) -> AgentCommand {
        let directories = Set(libraries.map { $0[..<($0.lastIndex(of: "/") ?? $0.endIndex)] }).sorted()
        return AgentCommand(
            arguments: [ownPath, "demo-agent"], readOnlyPaths: [ownPath] + libraries,
            variables: directories.isEmpty ? [:] : ["LD_LIBRARY_PATH": directories.joined(separator: ":")],
            name: "Lodestone demo agent", email: "demo-agent@localhost")
    }

    /// One of the operator's.
    package static func custom(_ path: String, _ arguments: [String]) -> AgentCommand {
        AgentCommand(
            arguments: [path] + arguments, readOnlyPaths: [path], name: "Agent", email: "agent@localhost",
            takesModes: false)
    }
}
