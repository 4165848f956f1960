import FoundationEssentials

/// The fields of a `stream-json` line that the service reads. A field of an unexpected type counts as absent: Claude
/// Code adds and changes fields with every release, and a session must not fail because of that.
struct StreamJSONLine: Decodable {
    let type: String
    let subtype: String?
    let isError: Bool
    let errors: [String]
    let result: String?
    let terminalReason: String?
    let parentToolUseID: String?
    let message: Body?
    let toolResult: ToolResult?
    let details: Details
    let usage: AgentUsage?
    let retry: APIRetry?
    let start: AgentStart?
    let title: LineTitle?
    /// Set for a line of the user's side that has a message.
    let spoken: SpokenText?

    struct Body: Decodable {
        let content: Content
        let model: String?
        let role: String?
    }

    private enum CodingKeys: String, CodingKey {
        case type, subtype, errors, result, message
        case isError = "is_error"
        case parentToolUseID = "parent_tool_use_id"
        case toolResult = "tool_use_result"
        /// The name in the files under `~/.claude/projects`.
        case fileToolResult = "toolUseResult"
        case terminalReason = "terminal_reason"
        case attempt
        case maximumRetries = "max_retries"
    }

    init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        type = try fields.decode(String.self, forKey: .type)
        subtype = fields.tolerant(.subtype)
        isError = fields.tolerant(.isError) ?? false
        errors = fields.tolerant(.errors) ?? []
        result = fields.tolerant(.result)
        terminalReason = fields.tolerant(.terminalReason)
        parentToolUseID = fields.tolerant(.parentToolUseID)
        message = fields.tolerant(.message)
        toolResult = fields.tolerant(.toolResult) ?? fields.tolerant(.fileToolResult)
        details = try Details(from: decoder)
        spoken = type == "user" ? message.map(Self.spoken) : nil
        title = TitleFields.isIn(type) ? try TitleFields(from: decoder).title : nil
        usage = type == "result" ? try UsageFields(from: decoder).usage : nil
        start = type == "system" && subtype == "init" ? try StartFields(from: decoder).start : nil
        retry =
            type == "system" && subtype == "api_retry"
            ? APIRetry(attempt: fields.tolerant(.attempt) ?? 0, limit: fields.tolerant(.maximumRetries) ?? 0) : nil
    }

    /// - Throws: `InvalidValue` unless it is one JSON object with a text `type`.
    static func decode(_ json: String) throws(InvalidValue) -> Self {
        do {
            return try JSONDecoder().decode(Self.self, from: Data(json.utf8))
        } catch DecodingError.dataCorrupted {
            throw InvalidValue("is not valid JSON")
        } catch DecodingError.typeMismatch(let type, _) where type != String.self {
            throw InvalidValue("must be a JSON object")
        } catch {
            throw InvalidValue("must have a `type` that is a string, as in stream-json")
        }
    }

    /// The text that people see; `nil` if the line has none.
    var text: String? {
        if isHidden { return nil }
        let text =
            switch type {
            case "result": result ?? errors.joined(separator: "\n")
            case "user" where !isSubAgents: reply ?? spokenText ?? ""
            default: message?.content.text ?? ""
            }
        return text.isBlank ? nil : text
    }

    /// Messages from Claude Code have a role; messages typed into this service don't.
    private static func spoken(in message: Body) -> SpokenText {
        guard message.role != nil else { return SpokenText(verbatim: message.content.text) }
        return SpokenText(blocks: message.content.blocks.filter { $0.type == "text" }.compactMap(\.text))
    }

    /// The outcome in a `result` line; `nil` for other lines. `is_error` means failure whatever the subtype is: a model
    /// that refuses reports `success` with `is_error`. A turn that a person interrupted, in order to say something
    /// else, is not a failure.
    var outcome: RunOutcome? {
        guard type == "result" else { return nil }
        if let terminalReason, terminalReason.hasPrefix("aborted") { return .completed }
        guard isError || subtype.map({ $0 != "success" }) ?? false else { return .completed }
        return .failed(reason: text ?? subtype ?? "The agent reported an error without a reason.")
    }
}

extension KeyedDecodingContainer {
    /// The value of a field; `nil` if it is absent or of an unexpected type.
    func tolerant<Value: Decodable>(_ key: Key) -> Value? {
        try? decodeIfPresent(Value.self, forKey: key)
    }
}
