/// A part of a message.
package enum LineBlock: Sendable {
    case text(String)
    /// The agent's thinking; `nil` if the model redacts it.
    case thinking(String?)
    case toolCall(ToolCall)
    case toolResult(ToolResult)
    /// A message from another agent to this one.
    case agentMessage(String)
    case image(LineImage)
    /// A part of another type, such as a document, or an image that can't be shown.
    case other(type: String)

    /// A call of a tool.
    package struct ToolCall: Sendable {
        package let id: String
        package let name: String
        package let input: OrderedJSON
    }

    /// The result of a tool call.
    package struct ToolResult: Sendable {
        package let callID: String
        /// The text parts; other parts, such as documents, are shown as their type in brackets.
        package let text: String
        package let isError: Bool
        package var images: [LineImage] = []
    }

    /// - Parameter images: those of the line, read as far as this part.
    init(_ json: OrderedJSON, _ images: inout LineImages) {
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
            self = .toolResult(ToolResult(callID: id, content: json["content"], isError: isError, &images))
        case (_, _, _, _, _, .string(let id)?) where type.hasSuffix("_tool_result"):
            self = .toolResult(ToolResult(ofServer: json, callID: id))
        case ("image", _, _, _, _, _):
            self = images.next(json).map(LineBlock.image) ?? .other(type: type)
        default:
            self = .other(type: type)
        }
    }

    /// Whether it calls a tool: one that runs in the sandbox (`tool_use`), one on the model's side (`server_tool_use`),
    /// or one on an MCP server that the model's side reaches (`mcp_tool_use`).
    private static func isCall(_ type: String) -> Bool { type == "tool_use" || type.hasSuffix("_tool_use") }

    /// The name of a tool on an MCP server, in the form that Claude Code uses for its own MCP servers.
    private static func fullName(_ name: String, _ json: OrderedJSON) -> String {
        json["server_name"]?.text.map { "mcp__\($0)__\(name)" } ?? name
    }

    /// Whether it is shown beside the words of a person's message.
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

extension LineBlock.ToolResult {
    fileprivate init(callID: String, content: OrderedJSON?, isError: Bool, _ images: inout LineImages) {
        var shown: [LineImage] = []
        let rest = content?.elements.filter { part in
            guard part["type"]?.text == "image", let image = images.next(part) else { return true }
            shown.append(image)
            return false
        }
        let text = shown.isEmpty ? LineBlock.text(of: content) : LineBlock.text(of: rest.map(OrderedJSON.array))
        self.init(callID: callID, text: text, isError: isError, images: shown)
    }
}
