/// A request from an agent to a person, for a decision it needs to go on.
package struct AgentRequest: Equatable, Sendable {
    package enum Kind: String, Codable, Sendable, CaseIterable {
        /// One or more questions, each with options.
        case question
        /// A plan to approve or to revise.
        case plan
        /// Permission to use a tool.
        case permission
    }

    package enum State: String, Sendable, CaseIterable {
        case pending, answered
        /// The answer is no longer needed: the agent was stopped or got another message.
        case withdrawn
    }

    package let id: RequestID
    package let asked: AskedRequest
    package let askedAt: Timestamp
    package let state: State
    /// Set only if it is answered, as is `answeredBy`.
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

/// The oldest unanswered request of a session, for showing in lists that the session waits for a person.
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
