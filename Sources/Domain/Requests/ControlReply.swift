/// The lines that are sent to an agent on its control channel.
package enum ControlReply {
    /// A person's decision on an agent's request. An approval always includes the tool's input: older versions of
    /// Claude Code treat one without it as a denial.
    package static func answering(_ asked: AskedRequest, with answer: RequestAnswer) -> String {
        let decision: OrderedJSON =
            switch (asked.kind, answer.decision) {
            case (.question, _): allowing(input(of: asked, with: answer))
            case (_, .approve): allowing(object(asked.input), [workByItself])
            case (_, .allow): allowing(object(asked.input))
            case (_, .allowForSession): allowing(object(asked.input), rules(for: asked))
            default: denying(answer.message)
            }
        return line(named: asked.name, decision)
    }

    /// Tells an agent that its request is not supported.
    package static func refusing(_ name: String) -> String {
        let response: OrderedJSON = .object([
            ("subtype", .string("error")), ("request_id", .string(name)),
            ("error", .string("This request is not supported.")),
        ])
        return OrderedJSON.object([("type", .string("control_response")), ("response", response)]).json
    }

    /// Asks an agent to end its turn now and wait for the next message.
    package static func interrupt(named name: String) -> String {
        request(named: name, [("subtype", .string("interrupt"))])
    }

    /// Asks an agent to change its mode from now on.
    package static func set(_ mode: SessionMode, named name: String) -> String {
        request(named: name, [("subtype", .string("set_permission_mode")), ("mode", .string(mode.permissionMode))])
    }

    package static func set(model: String, named name: String) -> String {
        request(named: name, [("subtype", .string("set_model")), ("model", .string(model))])
    }

    package static func set(_ effort: AgentEffort, named name: String) -> String {
        let level: OrderedJSON = effort == .standard ? .literal("null") : .string(effort.rawValue)
        return request(
            named: name, [("subtype", .string("apply_flag_settings")), ("settings", .object([("effortLevel", level)]))])
    }

    private static func request(named name: String, _ members: [(name: String, value: OrderedJSON)]) -> String {
        OrderedJSON.object([
            ("type", .string("control_request")), ("request_id", .string(name)), ("request", .object(members)),
        ]).json
    }

    private static func line(named name: String, _ response: OrderedJSON) -> String {
        let outer: OrderedJSON = .object([
            ("subtype", .string("success")), ("request_id", .string(name)), ("response", response),
        ])
        return OrderedJSON.object([("type", .string("control_response")), ("response", outer)]).json
    }

    private static func allowing(_ input: OrderedJSON, _ updates: [OrderedJSON] = []) -> OrderedJSON {
        let updated: [(name: String, value: OrderedJSON)] =
            updates.isEmpty ? [] : [("updatedPermissions", .array(updates))]
        return .object([("behavior", .string("allow")), ("updatedInput", input)] + updated)
    }

    private static func denying(_ message: String?) -> OrderedJSON {
        .object([
            ("behavior", .string("deny")),
            ("message", .string(message ?? "The user doesn't want this. Don't try to do it in another way.")),
        ])
    }

    private static func object(_ json: String) -> OrderedJSON {
        (try? OrderedJSON(parsing: json)) ?? .object([])
    }

    private static func input(of asked: AskedRequest, with answer: RequestAnswer) -> OrderedJSON {
        let members = object(asked.input).members.filter { $0.name != "answers" && $0.name != "response" }
        if let response = answer.response { return .object(members + [("response", .string(response))]) }
        let answers: [(name: String, value: OrderedJSON)] = asked.questions.compactMap { question in
            answer.answers?[question.text].map { (question.text, $0.json) }
        }
        return .object(members + [("answers", .object(answers))])
    }

    private static let workByItself: OrderedJSON = .object([
        ("type", .string("setMode")), ("mode", .string(SessionMode.auto.permissionMode)),
        ("destination", .string("session")),
    ])

    /// The rules suggested by the agent, limited to its session, so that nothing is written to the repository.
    private static func rules(for asked: AskedRequest) -> [OrderedJSON] {
        let suggested = object(asked.suggestions).elements.map { rule in
            OrderedJSON.object(rule.members.filter { $0.name != "destination" } + [("destination", .string("session"))])
        }
        guard suggested.isEmpty else { return suggested }
        return [
            .object([
                ("type", .string("addRules")),
                ("rules", .array([.object([("toolName", .string(asked.tool))])])),
                ("behavior", .string("allow")), ("destination", .string("session")),
            ])
        ]
    }
}
