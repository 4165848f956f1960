extension RequestAnswer {
    /// Checks that the answer covers everything that was asked, and nothing else.
    ///
    /// - Throws: `DomainError.invalid` naming the fields that are missing or don't fit.
    package func check(for asked: AskedRequest) throws(DomainError) {
        var problems: [FieldError] = []
        switch asked.kind {
        case .question: problems = questionProblems(asked.questions)
        case .plan: problems = decisionProblems(of: "plan", [.approve, .revise])
        case .permission: problems = decisionProblems(of: "permission", [.allow, .allowForSession, .deny])
        }
        if texts.reduce(0, { $0 + $1.count }) > Self.maximumLength {
            let field = answers != nil ? "answers" : response != nil ? "response" : "message"
            problems.append(FieldError(field, "must have at most 20,000 characters"))
        }
        guard problems.isEmpty else { throw DomainError.invalid(fields: problems) }
    }

    private func questionProblems(_ questions: [RequestQuestion]) -> [FieldError] {
        var problems = unfitting("question", ["decision": decision != nil, "message": message != nil])
        if let response {
            if response.isBlank { problems.append(FieldError("response", "must not be blank")) }
            if answers != nil {
                problems.append(FieldError("response", "can't be combined with `answers`; send one of them"))
            }
            return problems
        }
        guard let answers else {
            return problems + [
                FieldError("answers", "is required, with an answer to each question; or send `response`")
            ]
        }
        let missing = questions.filter { question in
            (answers[question.text]?.texts ?? []).allSatisfy(\.isBlank)
        }
        if !missing.isEmpty {
            let names = missing.map { "“\($0.text)”" }.joined(separator: ", ")
            problems.append(FieldError("answers", "must answer every question; missing: \(names)"))
        }
        for question in questions where !question.isMultiple && (answers[question.text]?.texts.count ?? 0) > 1 {
            problems.append(FieldError("answers", "allows only one answer to “\(question.text)”"))
        }
        let known = Set(questions.map(\.text))
        for text in answers.keys.sorted() where !known.contains(text) {
            problems.append(FieldError("answers", "has an answer to “\(text)”, which the agent did not ask"))
        }
        return problems
    }

    private func decisionProblems(of kind: String, _ decisions: [Decision]) -> [FieldError] {
        var problems = unfitting(kind, ["answers": answers != nil, "response": response != nil])
        guard let decision, decisions.contains(decision) else {
            let names = decisions.map { "`\($0.rawValue)`" }.joined(separator: ", ")
            return problems + [FieldError("decision", "must be one of \(names) for a \(kind)")]
        }
        if decision == .revise, message?.isBlank ?? true {
            problems.append(FieldError("message", "is required: say what to change in the plan"))
        }
        if message != nil, decision != .revise, decision != .deny {
            problems.append(FieldError("message", "is allowed only with `revise` or `deny`"))
        }
        return problems
    }

    private func unfitting(_ kind: String, _ fields: KeyValuePairs<String, Bool>) -> [FieldError] {
        fields.filter(\.value).map { FieldError($0.key, "isn't part of an answer to a \(kind)") }
    }
}
