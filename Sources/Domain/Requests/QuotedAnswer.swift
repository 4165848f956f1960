/// An answer as a message, for an agent whose process ended after it asked. It quotes the question, since the agent may
/// have lost it.
package enum QuotedAnswer {
    package static func text(of asked: AskedRequest, _ answer: RequestAnswer) -> String {
        switch asked.kind {
        case .question: "\(opening)\n\n\(questions(asked, answer))"
        case .plan: plan(asked, answer)
        case .permission: permission(asked, answer)
        }
    }

    /// Whether a message is such an answer.
    package static func isQuoted(in text: String) -> Bool {
        [opening, approval, refusal, permissionOpening].contains { text.hasPrefix($0) }
    }

    private static let opening = "This answers what you asked before you were interrupted."
    private static let approval = "Your plan is approved. Start on it now."
    private static let refusal = "Your plan is not approved yet. Revise it and show it again."
    private static let permissionOpening = "You asked to use the tool "

    private static func questions(_ asked: AskedRequest, _ answer: RequestAnswer) -> String {
        if let response = answer.response {
            return asked.questions.map { quoted($0.text) }.joined(separator: "\n\n") + "\n\n\(response)"
        }
        return asked.questions.map { question in
            let texts = answer.answers?[question.text]?.texts ?? []
            return "\(quoted(question.text))\n\n\(texts.joined(separator: ", "))"
        }.joined(separator: "\n\n")
    }

    private static func plan(_ asked: AskedRequest, _ answer: RequestAnswer) -> String {
        let shown = asked.plan.map { "\n\n\(quoted($0))" } ?? ""
        guard let message = answer.message else {
            return approval + shown
        }
        return
            "\(refusal)\(shown)\n\nRequested changes: \(message)"
    }

    private static func permission(_ asked: AskedRequest, _ answer: RequestAnswer) -> String {
        let use = "\(permissionOpening)\(asked.tool) with this input:\n\n\(quoted(asked.input))"
        switch answer.decision {
        case .allow, .allowForSession: return "\(use)\n\nThis is allowed. Do it now, unless it is already done."
        default:
            let reason = answer.message.map { " \($0)" } ?? ""
            return "\(use)\n\nThis is denied.\(reason)"
        }
    }

    private static func quoted(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { "> \($0)" }.joined(separator: "\n")
    }
}
