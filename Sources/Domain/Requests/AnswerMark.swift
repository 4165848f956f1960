import FoundationEssentials

/// Who answered what, in its place in the transcript: a line of the type `answer`, which is a detail of the run and no
/// message.
package struct AnswerMark: Codable, Equatable, Sendable {
    /// Of the lines; no agent may print one.
    package static let type = "answer"

    package let request: String
    package let toolUseId: String?
    package let kind: AgentRequest.Kind
    package let tool: String
    /// The name of who answered.
    package let actor: String
    package let answer: RequestAnswer

    package init(_ request: AgentRequest, _ answer: RequestAnswer, by actor: String) {
        self.request = request.id.rawValue
        toolUseId = request.asked.toolUseID
        kind = request.kind
        tool = request.asked.tool
        self.actor = actor
        self.answer = answer
    }

    package var line: TranscriptLine {
        get throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            let fields = String(decoding: try encoder.encode(self), as: UTF8.self).dropFirst()
            return try TranscriptLine(json: #"{"type":"\#(Self.type)",\#(fields)"#, number: 1)
        }
    }

    /// - Throws: when the line is none of ours.
    package init(json: String) throws {
        self = try JSONDecoder().decode(Self.self, from: Data(json.utf8))
    }
}
