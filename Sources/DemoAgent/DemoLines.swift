import Domain
import Foundation

/// Writes the lines of a conversation in Claude Code's format.
struct DemoLines: Sendable {
    let session: String
    let model: String
    let write: @Sendable (String) -> Void

    func start(in directory: String, mode: String) {
        line(
            "system",
            [
                ("subtype", "init"), ("cwd", .string(directory)), ("model", .string(model)),
                ("tools", ["AskUserQuestion", "Bash", "Edit", "ExitPlanMode", "TaskCreate", "TaskUpdate", "Write"]),
                ("mcp_servers", []), ("slash_commands", []), ("skills", []),
                ("permissionMode", .string(mode)),
            ])
    }

    func think(_ text: String) {
        assistant(["type": "thinking", "thinking": .string(text), "signature": ""])
    }

    func say(_ text: String) {
        assistant(["type": "text", "text": .string(text)])
    }

    func call(_ tool: String, id: String, input: OrderedJSON) {
        assistant(["type": "tool_use", "id": .string(id), "name": .string(tool), "input": input])
    }

    func result(of call: String, text: String, isError: Bool, report: OrderedJSON) {
        let block: OrderedJSON = [
            "tool_use_id": .string(call), "type": "tool_result", "content": .string(text),
            "is_error": .literal("\(isError)"),
        ]
        user([block], further: [("tool_use_result", report)])
    }

    func interruption() {
        user([["type": "text", "text": "[Request interrupted by user]"]], further: [])
    }

    /// - Parameters:
    ///   - text: the result; `nil` if the turn was interrupted.
    ///   - isAborted: whether a control request interrupted it, after which the agent continues with the next message.
    func end(_ text: String?, turns: Int, after duration: Duration, isAborted: Bool = false) {
        let milliseconds = duration / .milliseconds(1)
        var fields: [(String, OrderedJSON)] = [
            ("subtype", text == nil ? "error_during_execution" : "success"), ("is_error", .literal("\(text == nil)")),
            ("duration_ms", .literal("\(Int(milliseconds))")), ("duration_api_ms", .literal("0")),
            ("num_turns", .literal("\(turns)")), ("total_cost_usd", .literal("0")),
            (
                "usage",
                [
                    "input_tokens": .literal("0"), "cache_creation_input_tokens": .literal("0"),
                    "cache_read_input_tokens": .literal("0"), "output_tokens": .literal("0"),
                ]
            ),
        ]
        fields.append(text.map { ("result", .string($0)) } ?? ("errors", ["The turn was interrupted."]))
        if isAborted { fields.append(("terminal_reason", "aborted_tools")) }
        line("result", fields)
    }

    private func assistant(_ block: OrderedJSON) {
        let message: OrderedJSON = [
            "id": .string("msg_\(UUID().uuidString)"), "type": "message", "role": "assistant", "model": .string(model),
            "content": [block],
        ]
        line("assistant", [("message", message), ("parent_tool_use_id", .literal("null"))])
    }

    private func user(_ blocks: [OrderedJSON], further: [(String, OrderedJSON)]) {
        let message: OrderedJSON = ["role": "user", "content": .array(blocks)]
        line("user", [("message", message), ("parent_tool_use_id", .literal("null"))] + further)
    }

    private func line(_ type: String, _ fields: [(String, OrderedJSON)]) {
        let ends: [(String, OrderedJSON)] = [
            ("session_id", .string(session)), ("uuid", .string(UUID().uuidString.lowercased())),
        ]
        let members = [("type", OrderedJSON.string(type))] + fields + ends
        write(OrderedJSON.object(members.map { (name: $0.0, value: $0.1) }).json)
    }
}
