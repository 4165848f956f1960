import Domain

/// The names of the fields with which a page answers a request, and the answer that they make. A form sends each field
/// once, so that each option of several has a name of its own.
struct RequestFields {
    /// The request's, since several may be on a page.
    let id: String

    func choice(of question: Int) -> String { "\(id)-\(question)" }
    func option(_ option: Int, of question: Int) -> String { "\(id)-\(question)-\(option)" }
    func ownWords(for question: Int) -> String { "\(id)-\(question)-own" }

    /// Own words take the place of an option of one, and stand beside those of several. What is left empty is missing.
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
