/// A message between an agent and the process that started it. It is not part of the transcript.
///
/// The protocol is that of Claude Code's SDKs: `control_request`, `control_response` and `control_cancel_request` in
/// both directions.
package enum ControlLine: Equatable, Sendable {
    /// The agent asks for a person's decision.
    case asks(AskedRequest)
    /// The agent withdraws its request with this id.
    case cancels(String)
    /// The agent sent a request of a different kind, which isn't shown to people.
    case unknown(name: String)
    /// The agent responds to a request from this service.
    case answers

    private static let types: Set<String> = ["control_request", "control_response", "control_cancel_request"]

    /// - Returns: `nil` for a line of the transcript.
    package init?(_ line: TranscriptLine) {
        guard Self.types.contains(line.type) else { return nil }
        let text = NULEscapes.replaced(in: line.json)
        guard let json = try? OrderedJSON(parsing: text), case .string(let name)? = json["request_id"] else {
            self = .answers
            return
        }
        switch line.type {
        case "control_request": self = Self.request(named: name, json["request"] ?? .object([]))
        case "control_cancel_request": self = .cancels(name)
        default: self = .answers
        }
    }

    private static func request(named name: String, _ request: OrderedJSON) -> ControlLine {
        guard request["subtype"]?.text == "can_use_tool", case .string(let tool)? = request["tool_name"] else {
            return .unknown(name: name)
        }
        let kind: AgentRequest.Kind =
            switch tool {
            case "AskUserQuestion": .question
            case "ExitPlanMode": .plan
            default: .permission
            }
        return .asks(
            AskedRequest(
                name: name, toolUseID: request["tool_use_id"]?.text, kind: kind, tool: tool,
                input: object(request["input"]).json, suggestions: array(request["permission_suggestions"]).json))
    }

    private static func object(_ json: OrderedJSON?) -> OrderedJSON {
        if case .object? = json, let json { json } else { .object([]) }
    }

    private static func array(_ json: OrderedJSON?) -> OrderedJSON {
        if case .array? = json, let json { json } else { .array([]) }
    }
}
