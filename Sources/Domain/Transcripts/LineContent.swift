/// Everything on a message's line that a person may want to see.
package struct LineContent: Sendable {
    package enum Kind: Sendable {
        /// What a person typed.
        case prompt
        /// What else stands on the user's side: results of tools, orders to sub-agents, interruptions.
        case feedback
        case agent
        case end(RunEnd)
        /// The mark that an attempt of the sandbox left.
        case attempt(RunAttempt)
        /// What a person answered to the agent's request.
        case answer(AnswerMark)
    }

    package let kind: Kind
    package let blocks: [LineBlock]
    /// Whether a sub-agent's conversation has it, rather than the main one.
    package let isSubAgents: Bool
    /// The comments that a person's message was made of.
    package var comments: CommentMessage?
    /// What a person answered to the agent's question, or said as they refused something, in the result of its call.
    package var reply: String?

    /// - Returns: `nil` for what stands among the messages without being meant for reading.
    /// - Throws: when the line can't be read.
    package static func reading(_ json: String) throws -> LineContent? {
        let json = LoneSurrogates.replaced(in: json)
        let line = try StreamJSONLine.decode(NULEscapes.replaced(in: json))
        if line.type == RunAttempt.type { return LineContent(attempt: try RunAttempt(json: json)) }
        if line.type == AnswerMark.type { return LineContent(answer: try AnswerMark(json: json)) }
        return line.isHidden ? nil : LineContent(line, try OrderedJSON(parsing: json))
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

    private init(_ line: StreamJSONLine, _ json: OrderedJSON) {
        isSubAgents = line.isSubAgents
        reply = line.reply
        if let outcome = line.outcome {
            kind = .end(RunEnd(outcome: outcome, text: line.text, json))
        } else if line.type == "assistant" {
            kind = .agent
        } else {
            kind = line.isPrompt && line.reply == nil ? .prompt : .feedback
        }
        if line.type == "user", let spoken = line.spoken, !isSubAgents, reply == nil {
            blocks =
                spoken.agentMessages.map(LineBlock.agentMessage)
                + [line.shownText].compactMap(\.self).map(LineBlock.text)
                + (json["message"]?["content"]?.elements ?? []).map(LineBlock.init).filter(\.isBesideWords)
            if case .prompt = kind { comments = CommentMessage(of: json) }
            return
        }
        switch json["message"]?["content"] {
        case .array(let elements): blocks = elements.map(LineBlock.init)
        case .string(let text): blocks = [.text(text)]
        default: blocks = []
        }
    }
}

/// How a run ended, and what it took as far as the agent told; numbers out of any sensible range are brought into one.
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
