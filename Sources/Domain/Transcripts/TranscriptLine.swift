/// One line of Claude Code's `stream-json`, understood as far as the service needs it and kept as it came; but what a
/// person typed while the agent worked becomes a message.
package struct TranscriptLine: Equatable, Sendable {
    /// Its number in what was sent, from 1, for telling where something is wrong.
    package let number: Int
    /// The JSON object, on one line, without white space around it.
    package let json: String
    /// Its `type`; types that we don't know are kept like all others.
    package let type: String
    /// What a person reads of it: its text without tool calls, tool results and thinking.
    package let text: String?
    /// A few words for a line without text, such as the name of the tool it calls; nothing for what isn't for reading.
    package let label: String
    package let taskChanges: [TaskChange]
    /// The calls of tools whose results it has.
    package let toolResults: [String]
    /// Of a `result` line only.
    package let outcome: RunOutcome?
    /// What its turn took; of a `result` line only.
    package let usage: AgentUsage?
    /// Of a line that tells of a call to the model that failed and is tried again.
    package let retry: APIRetry?
    /// Of the line that begins a turn.
    package let start: AgentStart?
    package let origin: LineOrigin
    /// What it names the conversation.
    package var title: LineTitle?
    /// How the agent's turn stands after it.
    package let turn: TurnState?
    /// Whether it is of a sub-agent's conversation.
    package let isSubAgents: Bool

    package static let messageTypes: Set<String> = ["user", "assistant", "result"]

    /// Whether it is part of the conversation that the API shows, rather than a detail of the run.
    package var isMessage: Bool { Self.messageTypes.contains(type) }

    /// The line for what a person typed, which names the files that go with it.
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

    /// - Throws: `InvalidValue` when it isn't one JSON object with a `type`.
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
