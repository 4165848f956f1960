import Domain

/// How an agent is started: a command that speaks Claude Code's `stream-json` on standard input and output.
package struct AgentCommand: Equatable, Sendable {
    /// The program as an absolute path, followed by its fixed arguments.
    package let arguments: [String]
    /// Files and directories that the agent needs to read, besides the system's.
    package let readOnlyPaths: [String]
    /// Environment variables for the agent, besides those that the operator passes on.
    package let variables: [String: String]
    /// Name of the co-author of the agent's commits.
    package let name: String
    package let email: String
    /// Whether the agent accepts a permission mode, and changes of mode, model and effort while it runs.
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

    /// Whether the agent supports Claude Code's own options, such as `--effort` and `--mcp-config`.
    package var isClaudeCode: Bool { self.name == Self.claude }
    private static let claude = "Claude"
    /// Whether it is the built-in agent for trying out the service.
    package var isDemo: Bool { self.name == Self.demoName }
    private static let demoName = "Lodestone demo agent"

    /// - Parameters:
    ///   - attachments: the directory of the users' files, which the agent may read without asking; Claude Code only.
    ///   - conversation: the agent's id of the conversation to resume; `nil` starts a new one.
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

    /// Without `--strict-mcp-config`, Claude Code starts the servers in a repository's `.mcp.json` without asking.
    private static func arguments(_ mcp: EnvironmentMCP) -> [String] {
        (mcp.servers.isEmpty ? [] : ["--mcp-config", mcp.servers.configuration])
            + (mcp.repository == .allow ? [] : ["--strict-mcp-config"])
    }
}

extension AgentCommand {
    /// Claude Code for unattended work: the sandbox limits what it can do. `--permission-prompt-tool stdio` makes it
    /// ask on its control channel; without that option it has no tools for questions and plans.
    /// `--allow-dangerously-skip-permissions` permits a later switch to autonomous mode, which is impossible unless
    /// allowed at the start.
    package static func claudeCode(path: String, maximumTurns: Int?) -> AgentCommand {
        AgentCommand(
            arguments: [
                path, "-p", "--input-format", "stream-json", "--output-format", "stream-json", "--verbose",
                "--permission-prompt-tool", "stdio", "--allow-dangerously-skip-permissions",
            ] + (maximumTurns.map { ["--max-turns", String($0)] } ?? []),
            readOnlyPaths: [path], variables: ["IS_SANDBOX": "1", "DISABLE_AUTOUPDATER": "1"], name: claude,
            email: "noreply@anthropic.com")
    }

    /// The demo agent: `lodestone demo-agent`.
    ///
    /// - Parameter libraries: the shared libraries that it needs besides the system's.
    package static func demo(ownPath: String, libraries: [String]) -> AgentCommand {
        let directories = Set(libraries.map { $0[..<($0.lastIndex(of: "/") ?? $0.endIndex)] }).sorted()
        return AgentCommand(
            arguments: [ownPath, "demo-agent"], readOnlyPaths: [ownPath] + libraries,
            variables: directories.isEmpty ? [:] : ["LD_LIBRARY_PATH": directories.joined(separator: ":")],
            name: demoName, email: "demo-agent@localhost")
    }

    /// An agent that the operator supplies.
    package static func custom(_ path: String, _ arguments: [String]) -> AgentCommand {
        AgentCommand(
            arguments: [path] + arguments, readOnlyPaths: [path], name: "Agent", email: "agent@localhost",
            takesModes: false)
    }
}
