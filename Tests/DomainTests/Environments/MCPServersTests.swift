import Domain
import Testing

struct MCPServersTests {
    private static let whole = #"""
        {"docs": {"type": "http", "url": "https://docs.example.com/mcp", "headers": {"Authorization": "Bearer ${secret:TOKEN}"}},
         "local": {"command": "npx", "args": ["-y", "server", "--key=${secret:KEY}"], "env": {"MODE": "${NODE_ENV}"}}}
        """#

    @Test(arguments: [
        whole, #"{"mcpServers": \#(whole)}"#, OrderedJSON.string(whole).json,
        OrderedJSON.string(#"{"mcpServers": \#(whole)}"#).json,
    ])
    func itIsReadAndGivenToTheAgent(text: String) throws {
        let servers = try MCPServers(OrderedJSON(parsing: text))
        #expect(servers.secretNames.map(\.description) == ["KEY", "TOKEN"])
        let given = try OrderedJSON(parsing: servers.configuration)
        #expect(given.members.map(\.name) == ["mcpServers"])
        #expect(given["mcpServers"]?.members.map(\.name) == ["docs", "local"])
        #expect(given["mcpServers"]?["docs"]?["headers"]?["Authorization"]?.text == "Bearer ${TOKEN}")
        #expect(given["mcpServers"]?["local"]?["args"]?.elements.last?.text == "--key=${KEY}")
        #expect(given["mcpServers"]?["local"]?["env"]?["MODE"]?.text == "${NODE_ENV}")
        #expect(try MCPServers(OrderedJSON(parsing: servers.text)) == servers)
    }

    @Test(arguments: ["{}", #""""#, #"" \n""#, #"{"mcpServers": {}}"#])
    func noneIsNone(text: String) throws {
        let servers = try MCPServers(OrderedJSON(parsing: text))
        #expect(servers == MCPServers() && servers.isEmpty && servers.secretNames.isEmpty)
        #expect(servers.configuration == #"{"mcpServers": {}}"#)
    }

    @Test(arguments: [
        ("[]", "must be an object"), ("null", "must be an object"),
        (#""{\"a\":\n{""#, "must be JSON, but is not valid from line 2 on"),
        (#"{"a": 1}"#, "has `a`, which must be an object"),
        (#"{"a": {}}"#, "has `a.command`, which must be a string"),
        (#"{"a": {"command": " "}}"#, "has `a.command`, which must be a string"),
        (#"{"a": {"command": ["npx"]}}"#, "has `a.command`, which must be a string"),
        (#"{"a": {"command": "npx", "args": "x"}}"#, "has `a.args`, which must be a list of strings"),
        (#"{"a": {"command": "npx", "args": [1]}}"#, "has `a.args`, which must be a list of strings"),
        (#"{"a": {"command": "npx", "env": {"B": true}}}"#, "has `a.env`, which must be an object with strings"),
        (
            #"{"a": {"command": "npx", "url": "https://b"}}"#,
            "has `a.url`, which isn't a field of a server of type stdio"
        ),
        (#"{"a": {"type": "sse", "url": "https://b"}}"#, "has `a.type`, which must be stdio or http"),
        (#"{"a": {"type": "http"}}"#, "has `a.url`, which must be an address"),
        (#"{"a": {"type": "http", "url": "ftp://b"}}"#, "has `a.url`, which must be an address"),
        (#"{"a": {"type": "http", "url": "https://b", "headers": ["c"]}}"#, "has `a.headers`, which must be an object"),
        (#"{"a b": {"command": "npx"}}"#, "has a server named a b"),
        (#"{"": {"command": "npx"}}"#, "has a server named"),
        (#"{"a": {"command": "npx"}, "a": {"command": "b"}}"#, "has a twice"),
        (#"{"a": {"command": "${secret:1A}"}}"#, "has ${secret:…} with an invalid secret name"),
        (#"{"a": {"command": "${secret:A"}}"#, "has ${secret:…} with an invalid secret name"),
        (#"{"a": {"command": "a\u0000b"}}"#, "has `a.command`, which must be a string"),
    ])
    func aWrongOneIsToldWithItsPlace(text: String, problem: String) throws {
        let error = #expect(throws: InvalidValue.self) { try MCPServers(OrderedJSON(parsing: text)) }
        #expect(error?.detail.hasPrefix(problem) == true, "\(error?.detail ?? "")")
    }

    @Test func itHasLimits() throws {
        func servers(_ count: Int, command: String) throws -> MCPServers {
            let all = (0..<count).map { "\"s\($0)\": {\"command\": \"\(command)\"}" }.joined(separator: ",")
            return try MCPServers(OrderedJSON(parsing: "{\(all)}"))
        }
        #expect(throws: Never.self) { try servers(50, command: "npx") }
        #expect(throws: InvalidValue.self) { try servers(51, command: "npx") }
        #expect(throws: InvalidValue.self) { try servers(1, command: String(repeating: "x", count: 65_536)) }
    }
}
