import Domain

extension JSONWriter {
    mutating func agentRequest(_ request: AgentRequest, of session: SessionID) {
        object { json in
            json.field("id", request.id.rawValue)
            json.field("sessionId", session.rawValue)
            json.field("kind", request.kind.rawValue)
            json.field("tool", request.asked.tool)
            json.field("toolUseId", request.asked.toolUseID)
            json.field("input") { $0.raw(request.asked.input.utf8) }
            json.field("plan", request.asked.plan)
            json.field("askedAt", request.askedAt)
            json.field("state", request.state.rawValue)
            if let answer = request.answer { json.field("answer") { $0.answer(answer) } }
            if let person = request.answeredBy { json.field("answeredBy") { $0.author(person) } }
            json.field("endedAt", request.endedAt)
        }
    }

    private mutating func answer(_ answer: RequestAnswer) {
        object { json in
            if let answers = answer.answers {
                let sorted = answers.sorted { $0.key < $1.key }.map { (name: $0.key, value: $0.value.json) }
                json.field("answers") { $0.raw(OrderedJSON.object(sorted).json.utf8) }
            }
            json.field("response", answer.response)
            json.field("decision", answer.decision?.rawValue)
            json.field("message", answer.message)
        }
    }
}
