extension StreamJSONLine {
    /// Metadata of a line. The files under `~/.claude/projects` have other names for some of these fields than the
    /// output.
    struct Details: Decodable {
        let sessionID: String?
        let uuid: String?
        let timestamp: String?
        let model: String?
        /// Whether it belongs to a sub-agent. In the files, only this field tells so.
        let isSidechain: Bool
        /// Whether Claude Code wrote it in the user's name.
        let isGenerated: Bool
        /// Whether another program sent it, according to its `origin`.
        let isOfProgram: Bool
        /// Whether it replaces an answer that the model failed to give.
        let isAPIError: Bool

        private enum CodingKeys: String, CodingKey {
            case uuid, timestamp, model, isSidechain, isMeta, isCompactSummary, isSynthetic, origin
            case apiError = "isApiErrorMessage"
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
            isAPIError = isSet(.apiError)
            let kind = (fields.tolerant(.origin) as Origin?)?.kind
            isOfProgram = kind.map(Self.programs.contains) ?? false
        }

        private struct Origin: Decodable {
            let kind: String
        }

        private static let programs: Set<String> = [
            "auto-continuation", "channel", "coordinator", "observer-activity", "peer", "plugin", "suggestion",
            "task-notification",
        ]
    }

    var origin: LineOrigin {
        let named = [details.model, message?.model].compactMap(\.self)
        return LineOrigin(
            sessionID: details.sessionID, uuid: details.uuid, time: details.timestamp.flatMap(Timestamp.init),
            model: named.first { !$0.isEmpty && $0.count <= 100 && $0 != "<synthetic>" }, isPrompt: isPrompt,
            isCommand: isPrompt && reply == nil && spoken?.isCommand ?? false, isPicturesOnly: isPicturesOnly)
    }
}
