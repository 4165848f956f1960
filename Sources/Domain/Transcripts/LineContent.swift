/// All content of a transcript line that is shown to people.
package struct LineContent: Sendable {
    package enum Kind: Sendable {
        /// A message that a person typed.
        case prompt
        /// Other content of the user's side: tool results, prompts for sub-agents.
        case feedback
        /// The record that a person interrupted the agent.
        case interruption
        case agent
        case end(RunEnd)
        /// The record of an attempt of the sandbox.
        case attempt(RunAttempt)
        /// A person's answer to the agent's request.
        case answer(AnswerMark)
    }

    package let kind: Kind
    package let blocks: [LineBlock]
    /// Whether it belongs to a sub-agent's conversation rather than the main one.
    package let isSubAgents: Bool
    /// The comments that a person's message consists of.
    package var comments: CommentMessage?
    /// A person's answer to the agent's question, or the reason of a refusal; read from the result of the tool call.
    package var reply: String?

    /// - Returns: `nil` for lines among the messages that are not meant for people.
    /// - Throws: if the line can't be parsed.
    package static func reading(_ json: String) throws -> LineContent? {
        var images = LineImages()
        return try reading(json, &images)
    }

    static func reading(_ json: String, _ images: inout LineImages) throws -> LineContent? {
        let json = LoneSurrogates.replaced(in: json)
        let line = try StreamJSONLine.decode(NULEscapes.replaced(in: json))
        if line.type == RunAttempt.type { return LineContent(attempt: try RunAttempt(json: json)) }
        if line.type == AnswerMark.type { return LineContent(answer: try AnswerMark(json: json)) }
        return line.isHidden ? nil : LineContent(line, try OrderedJSON(parsing: json), &images)
    }

    private init(attempt: RunAttempt) {
        kind = .attempt(attempt)
        blocks = []
        isSubAgents = false
    }

    private init(answer: AnswerMark) {
        kind = .answer(answer)
        blocks = []
        isSubAgents = false
    }

    private init(_ line: StreamJSONLine, _ json: OrderedJSON, _ images: inout LineImages) {
        isSubAgents = line.isSubAgents
        reply = line.reply
        if let outcome = line.outcome {
            kind = .end(RunEnd(outcome: outcome, text: line.text, json))
        } else if line.type == "assistant" {
            kind = .agent
        } else if line.isInterruption, !isSubAgents {
            kind = .interruption
        } else {
            kind = line.isPrompt && line.reply == nil ? .prompt : .feedback
        }
        let parts = (json["message"]?["content"]?.elements ?? []).map { LineBlock($0, &images) }
        if line.type == "user", let spoken = line.spoken, !isSubAgents, reply == nil {
            blocks =
                spoken.agentMessages.map(LineBlock.agentMessage)
                + [line.shownText(beside: parts)].compactMap(\.self).map(LineBlock.text)
                + parts.filter(\.isBesideWords)
            if case .prompt = kind { comments = CommentMessage(of: json) }
            return
        }
        switch json["message"]?["content"] {
        case .array: blocks = parts
        case .string(let text): blocks = [.text(text)]
        default: blocks = []
        }
    }
}

/// How a run ended, and its duration and cost as reported by the agent; implausible numbers are clamped.
package struct RunEnd: Sendable {
    package let outcome: RunOutcome
    package let text: String?
    package let milliseconds: Int?
    package let turns: Int?
    package let dollars: Double?

    /// A hundred years, in milliseconds.
    private static let longest = 36_525 * 86_400_000

    init(outcome: RunOutcome, text: String?, _ json: OrderedJSON) {
        self.outcome = outcome
        self.text = text
        milliseconds = json["duration_ms"]?.text.flatMap(Int.init).map { min(max($0, 0), Self.longest) }
        turns = json["num_turns"]?.text.flatMap(Int.init).map { AgentUsage(turns: $0).turns }
        dollars = json["total_cost_usd"]?.text.flatMap(Double.init).flatMap {
            $0 >= 0 && $0.isFinite ? AgentUsage(costUSD: $0).costUSD : nil
        }
    }
}
