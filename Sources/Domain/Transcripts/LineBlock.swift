/// A part of a message.
package enum LineBlock: Sendable {
    case text(String)
    /// What the agent thought; without text where the model keeps it to itself.
    case thinking(String?)
    case toolCall(ToolCall)
    case toolResult(ToolResult)
    /// What another agent said to this one.
    case agentMessage(String)
    /// A part of another type, such as a picture.
    case other(type: String)

    /// What the agent wants done.
    package struct ToolCall: Sendable {
        package let id: String
        package let name: String
        package let input: OrderedJSON
    }

    /// What came of a call.
    package struct ToolResult: Sendable {
        package let callID: String
        /// Its texts; of other parts, such as pictures, their types in brackets.
        package let text: String
        package let isError: Bool
    }

    init(_ json: OrderedJSON) {
        let type = json["type"]?.text ?? "without a type"
        switch (type, json["text"], json["thinking"], json["id"], json["name"], json["tool_use_id"]) {
        case ("text", .string(let text)?, _, _, _, _):
            self = .text(text)
        case ("thinking", _, .string(let text)?, _, _, _):
            self = .thinking(text)
        case ("redacted_thinking", _, _, _, _, _):
            self = .thinking(nil)
        case (_, _, _, .string(let id)?, .string(let name)?, _) where Self.isCall(type):
            self = .toolCall(
                ToolCall(id: id, name: Self.fullName(name, json), input: json["input"] ?? .object([])))
        case ("tool_result", _, _, _, _, .string(let id)?):
            let isError = json["is_error"]?.text == "true"
            self = .toolResult(ToolResult(callID: id, text: Self.text(of: json["content"]), isError: isError))
        case (_, _, _, _, _, .string(let id)?) where type.hasSuffix("_tool_result"):
            self = .toolResult(ToolResult(ofServer: json, callID: id))
        default:
            self = .other(type: type)
        }
    }

    /// Calls of tools that run here, on the model's side (`server_tool_use`), and on servers that that reaches
    /// (`mcp_tool_use`).
    private static func isCall(_ type: String) -> Bool { type == "tool_use" || type.hasSuffix("_tool_use") }

    /// A tool of a server of the Model Context Protocol is named as Claude Code names those that it reaches itself.
    private static func fullName(_ name: String, _ json: OrderedJSON) -> String {
        json["server_name"]?.text.map { "mcp__\($0)__\(name)" } ?? name
    }

    /// Of a person's message, what is shown beside its words.
    var isBesideWords: Bool {
        switch self {
        case .text: false
        case .other(let type): type != "image" && type != "document"
        default: true
        }
    }

    static func text(of content: OrderedJSON?) -> String {
        switch content {
        case .array(let parts): parts.map(text(ofPart:)).joined(separator: "\n")
        case .some(let value): value.text ?? value.json
        case nil: ""
        }
    }

    private static func text(ofPart part: OrderedJSON) -> String {
        if case .string(let text)? = part["text"] { return text }
        return part["type"].map { "[\($0.text ?? "unknown")]" } ?? part.text ?? part.json
    }
}
