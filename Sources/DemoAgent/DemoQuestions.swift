import Domain
import Titles

/// The demonstration's requests to people: questions and plans.
struct DemoQuestions: Sendable {
    private static let file = "Which file should I write to?"
    private static let extras = "What else should I write down?"

    let prompt: String
    let tools: DemoTools

    /// Asks two questions at once.
    ///
    /// - Returns: the answers as a text.
    func ask() async throws -> String {
        let input: OrderedJSON = [
            "questions": [
                question(
                    Self.file, "File", isMultiple: false,
                    [
                        ("NOTES.md", "Where the demo agent writes its notes."),
                        ("TODO.md", "A to-do list."),
                    ]),
                question(
                    Self.extras, "Extras", isMultiple: true,
                    [("The files", "A list of the files."), ("The branch", "The name of the branch.")]),
            ]
        ]
        let answer = try await tools.request("AskUserQuestion", input)
        guard let updated = answer["updatedInput"] else { return "You did not answer." }
        if let response = updated["response"]?.text { return response }
        let answers = (updated["answers"]?.members ?? []).map { question, answer in
            let texts = answer.elements.isEmpty ? [answer.text ?? ""] : answer.elements.compactMap(\.text)
            return "\(question) \(texts.joined(separator: ", "))"
        }
        return answers.joined(separator: " ")
    }

    /// Shows a plan until it is approved.
    func plan() async throws {
        var wishes: [String] = []
        while true {
            let steps = ["Look at the files.", "Write the request down in `NOTES.md`.", "Commit the change."] + wishes
            let list = steps.enumerated().map { "\($0.offset + 1). \($0.element)" }.joined(separator: "\n")
            let plan = "## Plan\n\nFor “\(SessionTitle.generate(from: prompt))”:\n\n\(list)"
            let answer = try await tools.request("ExitPlanMode", ["plan": .string(plan)])
            if answer["behavior"]?.text == "allow" { return }
            wishes.append(answer["message"]?.text ?? "Something else.")
        }
    }

    private func question(
        _ text: String, _ header: String, isMultiple: Bool, _ options: [(label: String, detail: String)]
    ) -> OrderedJSON {
        [
            "question": .string(text), "header": .string(header), "multiSelect": .literal("\(isMultiple)"),
            "options": .array(
                options.map { ["label": .string($0.label), "description": .string($0.detail)] }),
        ]
    }
}
