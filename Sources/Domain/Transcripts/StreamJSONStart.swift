extension StreamJSONLine {
    /// The fields of a line with the subtype `init`.
    struct StartFields: Decodable {
        let start: AgentStart

        /// Fields of an unexpected type are `nil`, so that one malformed server doesn't hide the others.
        private struct Server: Decodable {
            let name: String?
            let status: String?

            private enum CodingKeys: String, CodingKey {
                case name, status
            }

            init(from decoder: any Decoder) throws {
                let fields = try? decoder.container(keyedBy: CodingKeys.self)
                name = fields?.tolerant(.name)
                status = fields?.tolerant(.status)
            }
        }

        private enum CodingKeys: String, CodingKey {
            case commands = "slash_commands"
            case servers = "mcp_servers"
            case skills
        }

        init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            let names: [[String]?] = [fields.tolerant(.commands), fields.tolerant(.skills)]
            let servers: [Server] = fields.tolerant(.servers) ?? []
            start = AgentStart(
                commands: names.flatMap { $0 ?? [] },
                mcpServers: servers.compactMap { server in
                    server.name.map { AgentStart.MCPServer(name: $0, status: server.status ?? "unknown") }
                })
        }
    }
}
