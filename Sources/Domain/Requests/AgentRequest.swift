/// Something that an agent wants a person to decide before it goes on.
package struct AgentRequest: Equatable, Sendable {
    package enum Kind: String, Codable, Sendable, CaseIterable {
        /// One question or several, each with options.
        case question
        /// A plan that is to be approved, or revised.
        case plan
        /// The use of a tool.
        case permission
    }

    package enum State: String, Sendable, CaseIterable {
        case pending, answered
        /// Nobody needs the answer any more: the agent was stopped or told something else.
        case withdrawn
    }

    package let id: RequestID
    package let asked: AskedRequest
    package let askedAt: Timestamp
    package let state: State
    /// Of an answered one only, like who gave it.
    package let answer: RequestAnswer?
    package let answeredBy: Author?
    /// When it was answered or withdrawn.
    package let endedAt: Timestamp?

    package init(
        id: RequestID, asked: AskedRequest, askedAt: Timestamp, state: State = .pending, answer: RequestAnswer? = nil,
        answeredBy: Author? = nil, endedAt: Timestamp? = nil
    ) {
        self.id = id
        self.asked = asked
        self.askedAt = askedAt
        self.state = state
        self.answer = answer
        self.answeredBy = answeredBy
        self.endedAt = endedAt
    }

    package var kind: Kind { asked.kind }
}

package typealias RequestID = Identifier<AgentRequest>

extension AgentRequest: Identified { package static let identifierPrefix = "req" }

/// That a session waits for a person, as lists show it: the oldest of its requests that are not answered.
package struct SessionWait: Equatable, Sendable {
    package let id: RequestID
    package let kind: AgentRequest.Kind
    package let since: Timestamp

    package init(id: RequestID, kind: AgentRequest.Kind, since: Timestamp) {
        self.id = id
        self.kind = kind
        self.since = since
    }
}
