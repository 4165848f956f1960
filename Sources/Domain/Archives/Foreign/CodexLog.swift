/// Reads the logs of Codex (`~/.codex/sessions/…/rollout-….jsonl`): each line has a type and a payload, and the first
/// line describes the conversation. In the oldest logs a line is just the payload.
package struct CodexLog: Sendable {
    private var line: ForeignLine
    private var model: String?
    private var number = 0

    private static let types: Set<String> = [
        "session_meta", "response_item", "event_msg", "turn_context", "compacted",
    ]

    /// - Parameter first: the first line of a file.
    /// - Returns: `nil` unless it is the first line of such a log.
    package init?(beginning first: String) {
        guard let json = try? OrderedJSON(parsing: first) else { return nil }
        let type = json["type"]?.text
        let isCurrent = type.map(Self.types.contains) ?? false && json["payload"] != nil
        let isOld = type == nil && json["timestamp"] != nil && (json["instructions"] != nil || json["git"] != nil)
        guard isCurrent || isOld, let id = (json["payload"] ?? json)["id"]?.text else { return nil }
        line = ForeignLine(program: "codex", conversation: id)
    }

    /// Converts a line of the log to lines in Claude Code's format. A line that isn't JSON is returned unchanged, so
    /// that the error message can quote it.
    package mutating func lines(of text: String) -> [String] {
        guard let json = try? OrderedJSON(parsing: text), !json.members.isEmpty else { return [text] }
        number += 1
        let time = json.value("timestamp")
        let type = json["type"]?.text ?? "session_meta"
        guard let payload = json["payload"] else {
            return Self.types.contains(type) ? [line.detail(type, json, at: time)] : item(json, json, at: time)
        }
        switch type {
        case "response_item": return item(payload, json, at: time)
        case "event_msg": return event(payload, json, at: time)
        case "turn_context":
            model = payload["model"]?.text ?? model
            return [line.detail(type, json, at: time)]
        default: return [line.detail(type, json, at: time)]
        }
    }

    private func item(_ item: OrderedJSON, _ whole: OrderedJSON, at time: OrderedJSON?) -> [String] {
        let type = item["type"]?.text ?? "item"
        let id = item["call_id"]?.text ?? item["id"]?.text ?? "codex-\(number)"
        func agent(_ blocks: [OrderedJSON]) -> [String] {
            [
                blocks.isEmpty
                    ? line.detail(type, whole, at: time) : line.message("assistant", blocks, at: time, model: model)
            ]
        }
        switch type {
        case "message": return message(item, whole, at: time)
        case "reasoning":
            let parts = (item["summary"]?.elements ?? []) + (item.value("content")?.elements ?? [])
            let text = parts.compactMap { $0["text"]?.text }.joined(separator: "\n\n")
            return agent(text.isBlank ? [] : [ForeignLine.thinking(text)])
        case "function_call":
            let arguments = item["arguments"]?.text ?? ""
            let parsed = try? OrderedJSON(parsing: arguments)
            let input = parsed.flatMap { $0.members.isEmpty ? nil : $0 } ?? .object([("arguments", .string(arguments))])
            return agent([ForeignLine.call(id, item["name"]?.text ?? type, input)])
        case "custom_tool_call":
            let input = OrderedJSON.object([("input", item["input"] ?? .string(""))])
            return agent([ForeignLine.call(id, item["name"]?.text ?? type, input)])
        case "local_shell_call", "web_search_call":
            // The log doesn't contain the results of a search.
            let result = type == "web_search_call" ? [ForeignLine.result(of: id, "", isError: false)] : []
            return agent([ForeignLine.call(id, String(type.dropLast(5)), item["action"] ?? .object([]))] + result)
        case "function_call_output", "custom_tool_call_output", "local_shell_call_output":
            let (text, isError) = Self.output(item.value("output"))
            return [line.message("user", [ForeignLine.result(of: id, text, isError: isError)], at: time)]
        default: return [line.detail(type, whole, at: time)]
        }
    }

    private func message(_ item: OrderedJSON, _ whole: OrderedJSON, at time: OrderedJSON?) -> [String] {
        let blocks = ForeignLine.blocks(of: item["content"])
        switch item["role"]?.text {
        case "user" where !blocks.isEmpty && !Self.isInstructions(blocks):
            return [line.message("user", blocks, at: time)]
        case "assistant" where !blocks.isEmpty:
            return [line.message("assistant", blocks, at: time, model: model)]
        default: return [line.detail("message", whole, at: time)]
        }
    }

    /// Whether the message is the repository's instructions, which Codex sends to its model in the user's name.
    private static func isInstructions(_ blocks: [OrderedJSON]) -> Bool {
        blocks.first?["text"]?.text.map { $0.hasPrefix("# AGENTS.md instructions for") } ?? false
    }

    /// Converts an event that people can read; most events repeat a message and become details.
    private func event(_ event: OrderedJSON, _ whole: OrderedJSON, at time: OrderedJSON?) -> [String] {
        let type = event["type"]?.text ?? "event"
        switch type {
        case "turn_aborted":
            return [line.message("user", [ForeignLine.text("[Request interrupted by user]")], at: time)]
        case "error":
            let text = event["message"]?.text ?? "The model could not be reached."
            return [line.message("assistant", [ForeignLine.text(text)], at: time, isError: true)]
        default: return [line.detail(type, whole, at: time)]
        }
    }

    /// The text of a tool's result: plain text, JSON with a text and an exit code, or content parts.
    private static func output(_ output: OrderedJSON?) -> (text: String, isError: Bool) {
        guard case .string(let text)? = output else {
            let isError = output?["success"]?.text == "false"
            let content = output?["content"] ?? output
            let texts = ForeignLine.blocks(of: content).map { $0["text"]?.text ?? "[\($0["type"]?.text ?? "part")]" }
            return (texts.joined(separator: "\n"), isError)
        }
        guard text.hasPrefix("{"), let json = try? OrderedJSON(parsing: text), let inner = json["output"]?.text else {
            return (text, false)
        }
        let status = json["metadata"]?["exit_code"]?.text
        return (inner, status.map { $0 != "0" } ?? false)
    }
}
