/// How an agent's turn stands after a line, for conversations that have no `result` lines.
package enum TurnState: Equatable, Sendable {
    /// Something waits for the agent: what a person said, a call that it made, the result of one.
    case open
    /// The agent has said what it had to say, or a person has interrupted it.
    case answered
    /// The model could not be asked.
    case failed(reason: String)

    /// How the conversation ended, if this is its end.
    package var outcome: RunOutcome {
        switch self {
        case .answered: .completed
        case .failed(let reason): .failed(reason: reason)
        case .open:
            .failed(reason: "The transcript ends before the agent had answered: it was cut off there.")
        }
    }
}

extension StreamJSONLine {
    /// `nil` where the line tells nothing of it.
    var turn: TurnState? {
        guard !isSubAgents, !isHidden, let message else { return nil }
        switch type {
        case "user":
            if isInterruption { return .answered }
            let isWork = message.content.blocks.contains { $0.type == "tool_result" } || spokenText != nil
            return isWork && spoken?.isCommand != true ? .open : nil
        case "assistant":
            if details.isAPIError { return .failed(reason: text ?? "The model could not be asked.") }
            let blocks = message.content.blocks
            if blocks.contains(where: { $0.type == "tool_use" }) { return .open }
            return text == nil ? .open : .answered
        default: return nil
        }
    }
}
