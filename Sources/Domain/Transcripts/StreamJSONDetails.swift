extension StreamJSONLine {
    /// What a line tells of itself. The files under `~/.claude/projects` name some of it in another way than the output.
    struct Details: Decodable {
        let sessionID: String?
        let uuid: String?
        let timestamp: String?
        let model: String?
        /// Whether it is a sub-agent's, which the file keeps apart by this alone.
        let isSidechain: Bool
        /// Whether Claude Code wrote it in the person's name.
        let isGenerated: Bool

        private enum CodingKeys: String, CodingKey {
            case uuid, timestamp, model, isSidechain, isMeta, isCompactSummary, isSynthetic
            case sessionID = "session_id"
            case fileSessionID = "sessionId"
        }

        init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            func isSet(_ key: CodingKeys) -> Bool { fields.tolerant(key) ?? false }
            sessionID = fields.tolerant(.sessionID) ?? fields.tolerant(.fileSessionID)
            uuid = fields.tolerant(.uuid)
            timestamp = fields.tolerant(.timestamp)
            model = fields.tolerant(.model)
            isSidechain = isSet(.isSidechain)
            isGenerated = isSet(.isMeta) || isSet(.isCompactSummary) || isSet(.isSynthetic)
        }
    }

    /// What Claude Code puts around the commands that a person runs and what they print.
    private static let commandTags = [
        "<command-name>", "<command-message>", "<command-args>", "<local-command-stdout>", "<local-command-stderr>",
        "<local-command-caveat>", "<bash-input>", "<bash-stdout>", "<bash-stderr>", "<task-notification>",
        "<system-reminder>",
    ]

    /// Whether it stands among the user's messages without being meant for reading.
    var isHidden: Bool {
        guard type == "user" else { return false }
        return details.isGenerated
            || message.map { Self.commandTags.contains(where: $0.content.text.hasPrefix) } ?? false
    }

    /// Whether a person typed it: no tool's result, no note of Claude Code's own, no order to a sub-agent.
    var isPrompt: Bool {
        guard type == "user", parentToolUseID == nil, !details.isSidechain, let text, let message else { return false }
        return !message.content.blocks.contains { $0.type == "tool_result" }
            && !text.hasPrefix("[Request interrupted by user")
    }

    var origin: LineOrigin {
        let named = [details.model, message?.model].compactMap(\.self)
        return LineOrigin(
            sessionID: details.sessionID, uuid: details.uuid, time: details.timestamp.flatMap(Timestamp.init),
            model: named.first { !$0.isEmpty && $0.count <= 100 && $0 != "<synthetic>" }, isPrompt: isPrompt)
    }
}
