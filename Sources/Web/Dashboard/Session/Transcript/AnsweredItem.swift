import Domain

/// The mark of an answer to the agent's request.
struct AnsweredItem {
    let title: String
    let lines: [Line]

    struct Line {
        /// The question, if the request had several.
        let question: String?
        let text: String
    }

    init(_ mark: AnswerMark) {
        let answer = mark.answer
        title = "\(mark.actor) \(Self.deed(of: mark))"
        let given = answer.answers ?? [:]
        let answers = (mark.questions ?? given.keys.sorted()).compactMap { question in
            given[question].map { Line(question: question, text: $0.texts.joined(separator: ", ")) }
        }
        lines = answers + [answer.response, answer.message].compactMap { $0.map { Line(question: nil, text: $0) } }
    }

    private static func deed(of mark: AnswerMark) -> String {
        switch mark.answer.decision {
        case nil: "answered"
        case .approve: "approved the plan"
        case .revise: "wants the plan revised"
        case .allow: "allowed \(mark.tool)"
        case .allowForSession: "allowed \(mark.tool) for the session"
        case .deny: "denied \(mark.tool)"
        }
    }
}
