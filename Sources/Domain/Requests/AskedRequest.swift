/// What an agent asks, as it printed it.
package struct AskedRequest: Equatable, Sendable {
    /// What the agent calls the request. No other of the same process has this name.
    package let name: String
    /// The call of a tool that waits for the answer.
    package let toolUseID: String?
    package let kind: AgentRequest.Kind
    package let tool: String
    /// The tool's input, a JSON object.
    package let input: String
    /// Rules that the agent suggests, with which it need not ask again: a JSON array in the form that it takes them in.
    package let suggestions: String
    /// Of a plan, what the agent said last before it asked: that is the plan, where the input has none.
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

    /// Of a question only, in the order in which they were asked.
    package var questions: [RequestQuestion] {
        guard kind == .question else { return [] }
        return RequestQuestion.all(in: input)
    }

    /// What it is about, in a line or so.
    package var headline: String {
        switch kind {
        case .question: questions.first?.text ?? "It asks a question."
        case .plan: "A plan is to be approved."
        case .permission: "It wants to use \(tool)."
        }
    }

    /// Of a plan only, as Markdown; `nil` where the agent has shown none.
    package var plan: String? {
        guard kind == .plan else { return nil }
        let given = (try? OrderedJSON(parsing: input))?["plan"]?.text
        return given.flatMap { $0.isBlank ? nil : $0 } ?? context
    }
}

/// A question, and what a person may choose.
package struct RequestQuestion: Equatable, Sendable {
    package struct Option: Equatable, Sendable {
        package let label: String
        package let detail: String?
    }

    /// It names the question too: no other of the request has the same text.
    package let text: String
    /// A word or two for it.
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
