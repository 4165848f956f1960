import Domain

extension ToolSummary {
    mutating func describeQuestions(_ input: OrderedJSON) {
        let questions = input["questions"]?.elements ?? []
        subject = line(questions.first?["question"])
        guard subject != nil else { return }
        note = questions.count > 1 ? "and \(questions.count - 1) more" : nil
        let texts = questions.compactMap { question -> String? in
            guard let text = question["question"]?.text else { return nil }
            let options = (question["options"]?.elements ?? []).compactMap { ($0["label"] ?? $0).text }
            return ([text] + options.map { "– \($0)" }).joined(separator: "\n")
        }
        details = [ToolDetail(texts.count == 1 ? "Question" : "Questions", code: texts.joined(separator: "\n\n"))]
    }

    mutating func describePlan(_ input: OrderedJSON) {
        guard let plan = input["plan"]?.text else { return }
        subject = line(.string(String(plan.drop { $0 == "#" || $0.isWhitespace })))
        details = [ToolDetail("Plan", code: plan)]
    }
}
