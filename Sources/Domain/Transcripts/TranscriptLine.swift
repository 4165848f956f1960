/// One line of Claude Code's `stream-json`, parsed as far as the service needs it and stored unchanged; except that a
/// message typed while the agent worked is converted to a normal one (see `QueuedCommand`).
package struct TranscriptLine: Equatable, Sendable {
    /// Its line number in the request or file, from 1, for error messages.
    package let number: Int
    /// The JSON object, on one line, without white space around it.
    package let json: String
    /// Its `type`; lines of unknown types are stored like all others.
    package let type: String
    /// The text that people see, without tool calls, tool results and thinking.
    package let text: String?
    /// A label for a line without text, such as the name of the tool it calls; empty if the line isn't meant for
    /// people.
    package let label: String
    package let taskChanges: [TaskChange]
    /// The ids of the tool calls whose results it has.
    package let toolResults: [String]
    /// Set for a `result` line only.
    package let outcome: RunOutcome?
    /// The usage of its turn; set for a `result` line only.
    package let usage: AgentUsage?
    /// Set for a line about a failed call of the model that will be retried.
    package let retry: APIRetry?
    /// Set for the line that begins a turn.
    package let start: AgentStart?
    package let origin: LineOrigin
    /// The title that it gives the conversation.
    package var title: LineTitle?
    /// The state of the agent's turn after this line; `nil` if the line doesn't change it.
    package let turn: TurnState?
    /// Whether it belongs to a sub-agent's conversation.
    package let isSubAgents: Bool

    package static let messageTypes: Set<String> = ["user", "assistant", "result"]

    /// Whether the API shows it as a message, rather than as a detail of the run.
    package var isMessage: Bool { Self.messageTypes.contains(type) }

    /// The line for a message that a person typed, with its attachments.
    package init(prompt: String, attachments: [Attachment] = []) {
        number = 1
        var bytes = Array(#"{"type":"user","message":{"content":"#.utf8)
        JSONString.append(prompt, to: &bytes)
        bytes.append(UInt8(ascii: "}"))
        if !attachments.isEmpty {
            bytes.append(contentsOf: #","attachments":["#.utf8)
            bytes.append(contentsOf: attachments.map(\.json).joined(separator: [UInt8(ascii: ",")]))
            bytes.append(UInt8(ascii: "]"))
        }
        bytes.append(UInt8(ascii: "}"))
        json = String(decoding: bytes, as: UTF8.self)
        type = "user"
        text = prompt
        label = type
        taskChanges = []
        toolResults = []
        outcome = nil
        usage = nil
        retry = nil
        start = nil
        origin = LineOrigin(sessionID: nil, uuid: nil, time: nil, model: nil, isPrompt: true)
        title = nil
        turn = .open
        isSubAgents = false
    }

    /// - Throws: `InvalidValue` unless it is one JSON object with a `type`.
    package init(json text: String, number: Int) throws(InvalidValue) {
        var json = LoneSurrogates.replaced(in: text.trimmed)
        var shape = try StreamJSONLine.decode(NULEscapes.replaced(in: json))
        if shape.type == "attachment", let message = QueuedCommand.message(of: json) {
            json = message
            shape = try StreamJSONLine.decode(NULEscapes.replaced(in: json))
        }
        self.number = number
        self.json = json
        type = shape.type
        self.text = shape.text
        label = shape.isHidden ? "" : shape.message?.content.blocks.compactMap(\.name).first ?? shape.type
        taskChanges = shape.taskChanges
        toolResults = shape.message?.content.blocks.compactMap(\.toolUseID) ?? []
        outcome = shape.outcome
        usage = shape.usage
        retry = shape.retry
        start = shape.start
        origin = shape.origin
        title = shape.title
        turn = shape.turn
        isSubAgents = shape.isSubAgents
    }
}
