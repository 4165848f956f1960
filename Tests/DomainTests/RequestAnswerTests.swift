import Domain
import Testing

struct RequestAnswerTests {
    private static let question = AskedRequest(
        name: "1", toolUseID: "t", kind: .question, tool: "AskUserQuestion",
        input: """
            {"questions": [
                {"question": "Which?", "header": "Kind", "options": [{"label": "A", "description": "First"}, {"label": "B"}]},
                {"question": "What else?", "multiSelect": true, "options": [{"label": "C"}, {"label": "D"}]}
            ], "metadata": {"n": 1.50}}
            """)
    private static let plan = AskedRequest(
        name: "2", toolUseID: nil, kind: .plan, tool: "ExitPlanMode", input: "{}", context: "First this, then that.")
    private static let permission = AskedRequest(
        name: "3", toolUseID: nil, kind: .permission, tool: "Bash", input: #"{"command": "rm -rf \"a b\""}"#,
        suggestions: #"[{"type": "addRules", "rules": [], "destination": "localSettings"}]"#)

    private func problems(_ answer: RequestAnswer, to asked: AskedRequest) -> [String] {
        do throws(DomainError) {
            try answer.check(for: asked)
            return []
        } catch {
            return error.fields.map(\.pointer)
        }
    }

    @Test func everyQuestionMustBeAnswered() throws {
        let one = RequestAnswer(answers: ["Which?": .one("A")])
        do throws(DomainError) {
            try one.check(for: Self.question)
            Issue.record("An incomplete answer passed.")
        } catch {
            #expect(error.code == .invalid && error.detail.contains("“What else?”"))
            #expect(!error.detail.contains("“Which?”"))
        }
        let all: [RequestAnswer] = [
            RequestAnswer(answers: ["Which?": .one("My own words"), "What else?": .several(["C", "D"])]),
            RequestAnswer(answers: ["Which?": .several(["A"]), "What else?": .one("C")]),
            RequestAnswer(response: "Whatever you like"),
        ]
        for answer in all { #expect(problems(answer, to: Self.question) == []) }
    }

    @Test func whatDoesNotFitIsNamed() {
        let both = ["Which?": RequestAnswer.Choice.one("A"), "What else?": .one("C")]
        var long = both
        long["Which?"] = .one(String(repeating: "é", count: 20_001))
        var two = both
        two["Which?"] = .several(["A", "B"])
        var strange = both
        strange["Who?"] = .one("Me")
        let wrong: [(RequestAnswer, AskedRequest, [String])] = [
            (RequestAnswer(), Self.question, ["/answers"]),
            (RequestAnswer(decision: .allow), Self.question, ["/decision", "/answers"]),
            (RequestAnswer(answers: ["Which?": .one(" "), "What else?": .several([])]), Self.question, ["/answers"]),
            (RequestAnswer(answers: two), Self.question, ["/answers"]),
            (RequestAnswer(answers: strange), Self.question, ["/answers"]),
            (RequestAnswer(answers: long), Self.question, ["/answers"]),
            (RequestAnswer(answers: both, response: "No"), Self.question, ["/response"]),
            (RequestAnswer(response: " "), Self.question, ["/response"]),
            (RequestAnswer(), Self.plan, ["/decision"]),
            (RequestAnswer(decision: .allow), Self.plan, ["/decision"]),
            (RequestAnswer(decision: .revise), Self.plan, ["/message"]),
            (RequestAnswer(decision: .approve, message: "Well"), Self.plan, ["/message"]),
            (RequestAnswer(decision: .approve), Self.permission, ["/decision"]),
            (RequestAnswer(response: "Yes", decision: .allow), Self.permission, ["/response"]),
        ]
        for (answer, asked, pointers) in wrong { #expect(problems(answer, to: asked) == pointers) }
        for (answer, asked) in [
            (RequestAnswer(decision: .approve), Self.plan),
            (RequestAnswer(decision: .revise, message: "More"), Self.plan),
            (RequestAnswer(decision: .allowForSession), Self.permission),
            (RequestAnswer(decision: .deny, message: "No"), Self.permission),
        ] { #expect(problems(answer, to: asked) == []) }
    }

    @Test func theAnswerGoesBackWithTheInput() throws {
        let answer = RequestAnswer(answers: ["Which?": .one("A"), "What else?": .several(["C", "D"])])
        let reply = try OrderedJSON(parsing: ControlReply.answering(Self.question, with: answer))
        let response = reply["response"]?["response"]
        #expect(reply["response"]?["request_id"]?.text == "1" && response?["behavior"]?.text == "allow")
        let input = response?["updatedInput"]
        #expect(input?["answers"]?.json == #"{"Which?": "A", "What else?": ["C", "D"]}"#)
        #expect(input?["questions"]?.elements.count == 2 && input?["metadata"]?["n"]?.text == "1.50")

        let allowed = try OrderedJSON(
            parsing: ControlReply.answering(Self.permission, with: RequestAnswer(decision: .allowForSession)))
        #expect(allowed["response"]?["response"]?["updatedInput"]?.json == #"{"command": "rm -rf \"a b\""}"#)
        let rules = allowed["response"]?["response"]?["updatedPermissions"]?.elements ?? []
        // Never into a file of the repository.
        #expect(rules.count == 1 && rules.first?["destination"]?.text == "session")

        let denied = try OrderedJSON(
            parsing: ControlReply.answering(Self.permission, with: RequestAnswer(decision: .deny, message: "Not now")))
        #expect(denied["response"]?["response"]?.json == #"{"behavior": "deny", "message": "Not now"}"#)
        let approved = ControlReply.answering(Self.plan, with: RequestAnswer(decision: .approve))
        #expect(approved.contains(#""mode": "bypassPermissions""#))
    }

    @Test func aQuoteHasQuestionAndAnswer() {
        let answer = RequestAnswer(answers: ["Which?": .one("A"), "What else?": .several(["C", "D"])])
        let text = QuotedAnswer.text(of: Self.question, answer)
        #expect(text.contains("> Which?\n\nA") && text.contains("> What else?\n\nC, D"))
        let plan = QuotedAnswer.text(of: Self.plan, RequestAnswer(decision: .revise, message: "Do it twice"))
        #expect(plan.contains("> First this, then that.") && plan.contains("Do it twice"))
        let command = QuotedAnswer.text(of: Self.permission, RequestAnswer(decision: .deny, message: "Too wild"))
        #expect(command.contains("rm -rf") && command.contains("denied") && command.contains("Too wild"))
    }

    @Test func itIsStoredAsItIsShown() throws {
        let answer = RequestAnswer(answers: ["Which?": .one("A"), "What else?": .several(["C"])])
        #expect(try answer.json == #"{"answers":{"What else?":["C"],"Which?":"A"}}"#)
        #expect(try RequestAnswer(json: answer.json) == answer)
    }

    /// An agent's line, and the request parsed from it.
    @Test func controlLinesAreNoTranscript() throws {
        func read(_ json: String) throws -> ControlLine? { ControlLine(try TranscriptLine(json: json, number: 1)) }
        let asks =
            #"{"type":"control_request","request_id":"r1","request":{"subtype":"can_use_tool","#
            + #""tool_name":"ExitPlanMode","tool_use_id":"t1","input":{"plan":"Do it"}}}"#
        guard case .asks(let asked) = try read(asks) else { return #expect(Bool(false), "no request") }
        #expect(asked.kind == .plan && asked.plan == "Do it" && asked.toolUseID == "t1" && asked.name == "r1")
        #expect(try read(#"{"type":"control_cancel_request","request_id":"r1"}"#) == .cancels("r1"))
        #expect(
            try read(#"{"type":"control_request","request_id":"r2","request":{"subtype":"hook_callback"}}"#)
                == .unknown(name: "r2"))
        #expect(try read(#"{"type":"control_response","response":{"subtype":"success","request_id":"x"}}"#) == .answers)
        #expect(try read(#"{"type":"control_request"}"#) == .answers)
        #expect(try read(#"{"type":"assistant"}"#) == nil)
    }

    @Test func anInterruptedTurnIsNoFailure() throws {
        let line =
            #"{"type":"result","subtype":"error_during_execution","is_error":true,"terminal_reason":"aborted_tools"}"#
        #expect(try TranscriptLine(json: line, number: 1).outcome == .completed)
        let other = #"{"type":"result","subtype":"error_during_execution","is_error":true}"#
        #expect(try TranscriptLine(json: other, number: 1).outcome != .completed)
    }
}
