/// The servers of the Model Context Protocol that an environment's agents start with, by their names, in the form of Claude
/// Code's configuration: `{"docs": {"type": "http", "url": "https://…"}, "local": {"command": "npx", "args": ["…"]}}`.
///
/// A text in it may have `${secret:NAME}`, which stands for a secret of the environment.
package struct MCPServers: Equatable, Sendable {
    /// As a command line can hold.
    package static let maximumBytes = 65_536
    package static let maximumCount = 50

    /// Indented, as people read it; empty for none.
    package let text: String

    /// - Parameter json: also its text, and a whole `.mcp.json`, which has it under `mcpServers`.
    /// - Throws: `InvalidValue`, with the place in the object, for what is no such configuration, more than 50 servers, and
    ///   more than 64 KiB.
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

    /// None, or what was checked when it was stored.
    package init(unchecked text: String = "") {
        self.text = text
    }

    package var isEmpty: Bool { text.isEmpty }

    /// The secrets that it refers to, each once, in their order.
    package var secretNames: [VariableName] {
        Set(text.matches(of: Self.reference).map { VariableName(unchecked: String($0.1)) }).sorted()
    }

    /// What an agent is given. Its process has the secrets as variables, which it puts in itself: the command line has none.
    package var configuration: String {
        let servers = isEmpty ? "{}" : text.replacing(Self.reference) { "${\($0.1)}" }
        return #"{"mcpServers": \#(servers)}"#
    }

    /// The object with the servers, in whatever it was given.
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
            throw InvalidValue("must be JSON, which it isn't from line \(line) on")
        } catch {
            throw InvalidValue("must be JSON")
        }
    }

    private static var reference: Regex<(Substring, Substring)> { /\$\{secret:([A-Za-z_][A-Za-z0-9_]{0,99})\}/ }

    private func checkReferences() throws(InvalidValue) {
        guard
            text.split(separator: "${secret:", omittingEmptySubsequences: false).count - 1
                == text.matches(of: Self.reference).count
        else { throw InvalidValue("has ${secret:…} with what is no name of a secret") }
    }
}

/// What a server's description has to be.
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
            throw fault(unknown.name, "is nothing that a server of type \(type) has")
        }
    }

    private func require(_ member: String, in server: OrderedJSON, _ isRight: (String) -> Bool) throws(InvalidValue) {
        guard case .string(let text) = server[member], isRight(text), !text.utf8.contains(0) else {
            throw fault(member, member == "url" ? "must be an address with http or https" : "must be a text")
        }
    }

    private func checkList(_ value: OrderedJSON?, _ member: String) throws(InvalidValue) {
        guard let value else { return }
        guard case .array(let elements) = value, elements.allSatisfy(isText) else {
            throw fault(member, "must be a list of texts")
        }
    }

    private func checkTexts(_ value: OrderedJSON?, _ member: String) throws(InvalidValue) {
        guard let value else { return }
        guard case .object(let members) = value, members.allSatisfy({ isText($0.value) }) else {
            throw fault(member, "must be an object with texts")
        }
    }

    private func isText(_ value: OrderedJSON) -> Bool {
        if case .string(let text) = value { !text.utf8.contains(0) } else { false }
    }

    private func fault(_ member: String, _ detail: String) -> InvalidValue {
        InvalidValue("has `\(member.isEmpty ? name : "\(name).\(member)")`, which \(detail)")
    }
}
