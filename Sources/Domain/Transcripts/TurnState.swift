/// The state of an agent's turn after a line, for conversations without `result` lines.
package enum TurnState: Equatable, Sendable {
    /// The agent has to continue: after a person's message, its own tool call, or a tool's result.
    case open
    /// The agent has finished its answer, or a person has interrupted it.
    case answered
    /// The call of the model failed.
    case failed(reason: String)

    /// The outcome of the conversation if this is its last state.
    package var outcome: RunOutcome {
        switch self {
        case .answered: .completed
        case .failed(let reason): .failed(reason: reason)
        case .open:
            .failed(reason: "The transcript ends before the agent answered.")
        }
    }
}

extension StreamJSONLine {
    /// The state after this line; `nil` if the line doesn't change it.
    var turn: TurnState? {
        guard !isSubAgents, !isHidden, let message else { return nil }
        switch type {
        case "user":
            if isInterruption { return .answered }
            let isWork = message.content.blocks.contains { $0.type == "tool_result" } || spokenText != nil
            return isWork && spoken?.isCommand != true ? .open : nil
        case "assistant":
            if details.isAPIError { return .failed(reason: text ?? "The model could not be reached.") }
            let blocks = message.content.blocks
            if blocks.contains(where: { $0.type == "tool_use" }) { return .open }
            return text == nil ? .open : .answered
        default: return nil
        }
    }
}
