/// The Model Context Protocol (MCP) servers that an environment's agents start with, by name, in the format of Claude
/// Code's configuration: `{"docs": {"type": "http", "url": "https://…"}, "local": {"command": "npx", "args": ["…"]}}`.
///
/// Strings in it may contain `${secret:NAME}`, which stands for a secret of the environment.
package struct MCPServers: Equatable, Sendable {
    /// Small enough for a command line argument.
    package static let maximumBytes = 65_536
    package static let maximumCount = 50

    /// Indented JSON, as people read it; empty if there are no servers.
    package let text: String

    /// - Parameter json: the object; also accepted are its JSON text in a string, and a whole `.mcp.json` with the
    ///   object under `mcpServers`.
    /// - Throws: `InvalidValue`, with the path in the object, if it is not such a configuration, has more than 50
    ///   servers or more than 64 KiB.
    package init(_ json: OrderedJSON) throws(InvalidValue) {
        let json = try Self.servers(in: json)
        guard case .object(let servers) = json else {
            throw InvalidValue("must be an object with a server for each name")
        }
        guard servers.count <= Self.maximumCount else { throw InvalidValue("must have at most 50 servers") }
        for (index, server) in servers.enumerated() {
            guard !servers[..<index].contains(where: { $0.name == server.name }) else {
                throw InvalidValue("has \(server.name) twice")
            }
            try MCPServerCheck(name: server.name).check(server.value)
        }
        text = servers.isEmpty ? "" : json.indented
        guard text.utf8.count <= Self.maximumBytes else { throw InvalidValue("must have at most 64 KiB") }
        try checkReferences()
    }

    /// No servers, or a value from the database, which was checked before it was stored.
    package init(unchecked text: String = "") {
        self.text = text
    }

    package var isEmpty: Bool { text.isEmpty }

    /// The names of the referenced secrets, without duplicates, sorted.
    package var secretNames: [VariableName] {
        Set(text.matches(of: Self.reference).map { VariableName(unchecked: String($0.1)) }).sorted()
    }

    /// The configuration for the agent's command line. Secrets are not in it: they are references to variables of the
    /// agent's process, which the agent resolves itself.
    package var configuration: String {
        let servers = isEmpty ? "{}" : text.replacing(Self.reference) { "${\($0.1)}" }
        return #"{"mcpServers": \#(servers)}"#
    }

    /// The object with the servers, unwrapped from a JSON text or from `mcpServers`.
    private static func servers(in json: OrderedJSON) throws(InvalidValue) -> OrderedJSON {
        switch json {
        case .string(let text):
            try servers(in: parse(text))
        case .object(let members) where members.count == 1:
            if let inner = json["mcpServers"], inner["command"] == nil, inner["url"] == nil {
                try servers(in: inner)
            } else {
                json
            }
        default: json
        }
    }

    private static func parse(_ text: String) throws(InvalidValue) -> OrderedJSON {
        guard !text.isBlank else { return .object([]) }
        do {
            return try OrderedJSON(parsing: text)
        } catch let error as OrderedJSON.SyntaxError {
            let line = text.utf8.prefix(error.offset).count { $0 == UInt8(ascii: "\n") } + 1
            throw InvalidValue("must be JSON, but is not valid from line \(line) on")
        } catch {
            throw InvalidValue("must be JSON")
        }
    }

    private static var reference: Regex<(Substring, Substring)> { /\$\{secret:([A-Za-z_][A-Za-z0-9_]{0,99})\}/ }

    private func checkReferences() throws(InvalidValue) {
        guard
            text.split(separator: "${secret:", omittingEmptySubsequences: false).count - 1
                == text.matches(of: Self.reference).count
        else { throw InvalidValue("has ${secret:…} with an invalid secret name") }
    }
}

/// Checks the configuration of one server.
private struct MCPServerCheck {
    let name: String

    func check(_ server: OrderedJSON) throws(InvalidValue) {
        guard (1...64).contains(name.utf8.count),
            name.utf8.allSatisfy({
                $0.isASCIILetter || $0.isASCIIDigit || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "-")
            })
        else {
            throw InvalidValue("has a server named \(name.prefix(100)): use 1 to 64 ASCII letters, digits, _ and -")
        }
        guard case .object(let members) = server else { throw fault("", "must be an object") }
        let type = server["type"]?.text ?? "stdio"
        let known: Set<String>
        switch type {
        case "stdio":
            known = ["type", "command", "args", "env"]
            try require("command", in: server) { !$0.isBlank }
            try checkList(server["args"], "args")
            try checkTexts(server["env"], "env")
        case "http":
            known = ["type", "url", "headers"]
            try require("url", in: server) { $0.hasPrefix("https://") || $0.hasPrefix("http://") }
            try checkTexts(server["headers"], "headers")
        default: throw fault("type", "must be stdio or http")
        }
        if let unknown = members.first(where: { !known.contains($0.name) }) {
            throw fault(unknown.name, "isn't a field of a server of type \(type)")
        }
    }

    private func require(_ member: String, in server: OrderedJSON, _ isRight: (String) -> Bool) throws(InvalidValue) {
        guard case .string(let text) = server[member], isRight(text), !text.utf8.contains(0) else {
            throw fault(member, member == "url" ? "must be an address with http or https" : "must be a string")
        }
    }

    private func checkList(_ value: OrderedJSON?, _ member: String) throws(InvalidValue) {
        guard let value else { return }
        guard case .array(let elements) = value, elements.allSatisfy(isText) else {
            throw fault(member, "must be a list of strings")
        }
    }

    private func checkTexts(_ value: OrderedJSON?, _ member: String) throws(InvalidValue) {
        guard let value else { return }
        guard case .object(let members) = value, members.allSatisfy({ isText($0.value) }) else {
            throw fault(member, "must be an object with strings")
        }
    }

    private func isText(_ value: OrderedJSON) -> Bool {
        if case .string(let text) = value { !text.utf8.contains(0) } else { false }
    }

    private func fault(_ member: String, _ detail: String) -> InvalidValue {
        InvalidValue("has `\(member.isEmpty ? name : "\(name).\(member)")`, which \(detail)")
    }
}
