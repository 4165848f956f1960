/// The content of an agent's request, as the agent printed it.
package struct AskedRequest: Equatable, Sendable {
    /// The agent's id of the request, unique within its process.
    package let name: String
    /// The id of the tool call that waits for the answer.
    package let toolUseID: String?
    package let kind: AgentRequest.Kind
    package let tool: String
    /// The tool's input, a JSON object.
    package let input: String
    /// Permission rules suggested by the agent, after which it would not ask again: a JSON array in the agent's format.
    package let suggestions: String
    /// For a plan, the agent's last text before the request. It is the plan if `input` has none.
    package var context: String?

    package init(
        name: String, toolUseID: String?, kind: AgentRequest.Kind, tool: String, input: String,
        suggestions: String = "[]", context: String? = nil
    ) {
        self.name = name
        self.toolUseID = toolUseID
        self.kind = kind
        self.tool = tool
        self.input = input
        self.suggestions = suggestions
        self.context = context
    }

    /// The questions, in the agent's order; empty for other kinds.
    package var questions: [RequestQuestion] {
        guard kind == .question else { return [] }
        return RequestQuestion.all(in: input)
    }

    /// A short description of the request.
    package var headline: String {
        switch kind {
        case .question: questions.first?.text ?? "A question needs an answer."
        case .plan: "A plan needs approval."
        case .permission: "The agent wants to use \(tool)."
        }
    }

    /// The plan in Markdown; `nil` for other kinds, or if the agent has shown none.
    package var plan: String? {
        guard kind == .plan else { return nil }
        let given = (try? OrderedJSON(parsing: input))?["plan"]?.text
        return given.flatMap { $0.isBlank ? nil : $0 } ?? context
    }
}

/// A question with its options.
package struct RequestQuestion: Equatable, Sendable {
    package struct Option: Equatable, Sendable {
        package let label: String
        package let detail: String?
    }

    /// The question's text, which also identifies it: it is unique in the request.
    package let text: String
    /// A label of a word or two.
    package let header: String?
    package let options: [Option]
    /// Whether several options may be chosen.
    package let isMultiple: Bool

    static func all(in input: String) -> [RequestQuestion] {
        let json = try? OrderedJSON(parsing: input)
        var texts: Set<String> = []
        return (json?["questions"]?.elements ?? []).compactMap { question in
            guard case .string(let text)? = question["question"], texts.insert(text).inserted else { return nil }
            let options = (question["options"]?.elements ?? []).compactMap { option -> Option? in
                if case .string(let label) = option { return Option(label: label, detail: nil) }
                guard case .string(let label)? = option["label"] else { return nil }
                return Option(label: label, detail: option["description"]?.text)
            }
            return RequestQuestion(
                text: text, header: question["header"]?.text, options: options,
                isMultiple: question["multiSelect"]?.text == "true")
        }
    }
}
