/// A record of an answered request in the transcript: a line of the type `answer`, which is a detail of the run and not
/// a message.
package struct AnswerMark: ServiceMark, Equatable, Sendable {
    package static let type = "answer"

    package let request: String
    package let toolUseId: String?
    package let kind: AgentRequest.Kind
    package let tool: String
    /// The name of the person who answered.
    package let actor: String
    package let answer: RequestAnswer
    /// The questions in the agent's order; `nil` if there were none.
    package let questions: [String]?

    package init(_ request: AgentRequest, _ answer: RequestAnswer, by actor: String) {
        self.request = request.id.rawValue
        toolUseId = request.asked.toolUseID
        kind = request.kind
        tool = request.asked.tool
        self.actor = actor
        self.answer = answer
        questions = request.asked.questions.isEmpty ? nil : request.asked.questions.map(\.text)
    }
}
