import Domain
import Testing

@testable import Runs

struct AgentCommandTests {
    private let claude = AgentCommand.claudeCode(path: "/bin/claude", maximumTurns: nil)

    private func servers() throws -> MCPServers {
        try MCPServers(OrderedJSON(parsing: #"{"a": {"command": "npx", "env": {"B": "${secret:TOKEN}"}}}"#))
    }

    @Test func claudeCodeStartsNoServersOfARepositoryUnlessItMay() throws {
        let alone = claude.arguments(model: "m", effort: .standard, mode: .auto, mcp: EnvironmentMCP(), resuming: nil)
        #expect(alone.suffix(3) == ["--strict-mcp-config", "--model", "m"] && !alone.contains("--mcp-config"))
        let allowed = claude.arguments(
            model: "m", effort: .standard, mode: .auto, mcp: EnvironmentMCP(repository: .allow), resuming: "c")
        #expect(allowed.suffix(4) == ["--model", "m", "--resume", "c"] && !allowed.contains("--strict-mcp-config"))
    }

    @Test func itsOwnServersAreGivenWithoutTheirSecrets() throws {
        let mcp = EnvironmentMCP(servers: try servers())
        let arguments = claude.arguments(model: "m", effort: .standard, mode: .auto, mcp: mcp, resuming: nil)
        let index = try #require(arguments.firstIndex(of: "--mcp-config"))
        #expect(arguments[index + 1].contains("${TOKEN}") && !arguments[index + 1].contains("${secret:"))
        #expect(arguments[index + 2] == "--strict-mcp-config")
    }

    @Test func theEffortIsGivenWhereOneIsChosen() {
        let mcp = EnvironmentMCP()
        let usual = claude.arguments(model: "m", effort: .standard, mode: .auto, mcp: mcp, resuming: nil)
        #expect(!usual.contains("--effort"))
        let chosen = claude.arguments(model: "m", effort: .higher, mode: .auto, mcp: mcp, resuming: nil)
        #expect(chosen.suffix(4) == ["--effort", "xhigh", "--model", "m"])
    }

    @Test func itMayReadPeoplesFiles() {
        let arguments = claude.arguments(
            model: "m", effort: .standard, mode: .ask, mcp: EnvironmentMCP(), attachments: "/attachments", resuming: nil
        )
        #expect(arguments.suffix(4) == ["--add-dir", "/attachments", "--model", "m"])
    }

    @Test func otherAgentsKnowNothingOfIt() throws {
        let mcp = EnvironmentMCP(servers: try servers())
        let other = AgentCommand.custom("/bin/agent", [])
        let arguments = other.arguments(
            model: "m", effort: .high, mode: .auto, mcp: mcp, attachments: "/attachments", resuming: nil)
        #expect(arguments == ["/bin/agent", "--model", "m"])
    }
}
