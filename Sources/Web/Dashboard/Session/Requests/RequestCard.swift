import Domain

/// The content of `request-card.mustache`: an agent's request with a form for the answer.
struct RequestCard {
    let id: String
    let address: String
    let title: String
    let asked: ShownTime
    /// The error of the answer.
    let refusal: String?
    let questions: [QuestionFields]
    let plan: AnswerItem?
    /// Whether it is a plan without its text.
    let isPlanMissing: Bool
    let permission: PermissionDetails?
    let message: FormField?
    /// Whether the field for the reason is unfolded at first.
    let isMessageOpen: Bool
    /// The id of the agent's call that waits for the answer.
    let callID: String?
    let isQuestion: Bool
    let isPlan: Bool

    /// - Parameter form: a form that was rejected, possibly for another request.
    init(_ request: AgentRequest, of session: Session, form: FormState?, now: Timestamp) {
        let asked = request.asked
        let own = form.flatMap { $0.field("request", "").value == request.id.rawValue ? $0 : nil } ?? FormState()
        id = request.id.rawValue
        address = "\(session.organizationID.path(of: session.id))/requests/\(request.id)/answer"
        callID = asked.toolUseID
        self.asked = ShownTime(request.askedAt, now: now)
        refusal = ["answers", "response", "decision"].compactMap { own.field($0, "").error }.first
        let names = RequestFields(id: id)
        questions = asked.questions.enumerated().map { QuestionFields($1, number: $0, names, own) }
        plan = asked.plan.map(AnswerItem.init)
        isPlanMissing = request.kind == .plan && plan == nil
        permission = request.kind == .permission ? PermissionDetails(asked) : nil
        isQuestion = request.kind == .question
        isPlan = request.kind == .plan
        switch request.kind {
        case .question:
            title = questions.count == 1 ? "The agent has a question" : "The agent has \(questions.count) questions"
            message = questions.isEmpty ? own.field("response", "Your answer") : nil
        case .plan:
            title = "The agent has a plan"
            message = own.field("message", "What should change?", as: "explanation", isRequired: false)
        case .permission:
            title = "The agent wants to use \(asked.tool.firstLine(to: 100))"
            message = own.field(
                "message", "Reason", hint: "The agent reads it and goes on without this call.", isRequired: false)
        }
        isMessageOpen = message?.error != nil
    }
}

/// A question, its options, and a field for a free answer.
struct QuestionFields {
    struct Option {
        let name: String
        /// `radio` or `checkbox`.
        let type: String
        let value: String
        let label: String
        let detail: String?
        let isChosen: Bool
    }

    let text: String
    let header: String?
    let options: [Option]
    let own: FormField

    init(_ question: RequestQuestion, number: Int, _ names: RequestFields, _ form: FormState) {
        text = ReadableText.clean(question.text)
        header = question.header
        options = question.options.enumerated().map { index, option in
            let name = question.isMultiple ? names.option(index, of: number) : names.choice(of: number)
            let value = question.isMultiple ? "true" : "\(index)"
            return Option(
                name: name, type: question.isMultiple ? "checkbox" : "radio", value: value,
                label: ReadableText.clean(option.label),
                detail: option.detail.map(ReadableText.clean), isChosen: form.field(name, "").value == value)
        }
        own = form.field(
            names.ownWords(for: number), question.options.isEmpty ? "Your answer" : "Or in your own words",
            isRequired: false)
    }
}

/// The complete input of the tool that the agent wants to use.
struct PermissionDetails {
    struct Part {
        let name: String
        let text: ShortenedText
    }

    /// The maximum length shown of a part; nobody reads a longer command.
    private static let maximum = 200_000

    let parts: [Part]

    init(_ asked: AskedRequest) {
        let input = (try? OrderedJSON(parsing: asked.input)) ?? .object([])
        parts = input.members.map { name, value in
            Part(name: name, text: ShortenedText(value.text ?? value.json, to: Self.maximum))
        }
    }
}
