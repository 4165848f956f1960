import Domain

/// The names of a request form's fields, and the answer from their values. Each option has a field name of its own,
/// because a form may send each field only once.
struct RequestFields {
    /// The request's id, because a page may have several requests.
    let id: String

    func choice(of question: Int) -> String { "\(id)-\(question)" }
    func option(_ option: Int, of question: Int) -> String { "\(id)-\(question)-\(option)" }
    func ownWords(for question: Int) -> String { "\(id)-\(question)-own" }

    /// The answer to a request. A free answer replaces a single choice, and is added to multiple choices. An empty
    /// question counts as unanswered.
    func answer(to asked: AskedRequest, in form: SubmittedForm) throws -> RequestAnswer {
        guard asked.kind == .question else {
            let decision = RequestAnswer.Decision(rawValue: form["decision"])
            let hasMessage = decision == .revise || decision == .deny
            return RequestAnswer(
                decision: decision, message: hasMessage && !form["message"].isBlank ? form["message"] : nil)
        }
        if asked.questions.isEmpty { return RequestAnswer(response: form["response"]) }
        var answers: [String: RequestAnswer.Choice] = [:]
        for (number, question) in asked.questions.enumerated() {
            let own = form[ownWords(for: number)]
            let labels = question.options.enumerated().filter { index, _ in
                question.isMultiple
                    ? form[option(index, of: number)] == "true" : form[choice(of: number)] == "\(index)"
            }.map(\.element.label)
            if question.isMultiple {
                answers[question.text] = .several(labels + (own.isBlank ? [] : [own]))
            } else if let text = own.isBlank ? labels.first : own {
                answers[question.text] = .one(text)
            }
        }
        return RequestAnswer(answers: answers)
    }
}
