import Domain
import Testing

@testable import Web

struct TranscriptItemsTests {
    private func kinds(_ items: [TranscriptItem]) -> [String] {
        items.map(\.kind)
    }

    @Test func aPromptSaysWhoAndKeepsItsLines() throws {
        let prompt = try #require(
            TranscriptItems.make([Line.prompt("Fix it:\n    at a.ts:1\n<b>")], by: TranscriptItems.ada).first?.prompt)
        #expect(prompt.author == "Ada Example")
        #expect(prompt.initials == "AE")
        #expect(prompt.text.text == "Fix it:\n    at a.ts:1\n<b>")
    }

    @Test func aPromptOfNobodyWeKnowIsAUsers() {
        #expect(TranscriptItems.make([Line.prompt("Hi")]).first?.prompt?.author == "User")
    }

    @Test func aCallStandsWithItsResult() throws {
        let items = TranscriptItems.make([
            Line.agent(Line.call("Bash", #"{"command":"ls"}"#)), Line.agent(Line.text("Meanwhile")),
            Line.user(Line.result("a.txt")),
        ])
        #expect(kinds(items) == ["call", "answer"])
        let call = try #require(items.first?.call)
        #expect(call.state == "done")
        #expect(call.result?.output?.text == "a.txt")
    }

    @Test func aCallWithoutAResultIsOpen() {
        #expect(TranscriptItems.make([Line.agent(Line.call("Bash"))]).first?.call?.state == "open")
    }

    @Test func whatWentWrongShowsItsFirstLines() throws {
        let call = try #require(
            TranscriptItems.make([
                Line.agent(Line.call("Bash")),
                Line.user(Line.result("Exit code 1\n\nerror: a\nerror: b\nerror: c", isError: true)),
            ]).first?.call)
        #expect(call.state == "failed")
        #expect(call.result?.error == "Exit code 1\nerror: a\nerror: b")
    }

    @Test func anErrorForTheModelLosesItsTag() {
        let result = Line.result("<tool_use_error>File not found</tool_use_error>", isError: true)
        let items = TranscriptItems.make([Line.agent(Line.call("Read")), Line.user(result)])
        #expect(items.first?.call?.result?.error == "File not found")
    }

    @Test func aResultWithoutItsCallIsShown() throws {
        let items = TranscriptItems.make([Line.user(Line.result("late", id: "toolu_9"))])
        let result = try #require(items.first?.result)
        #expect(result.callID == "toolu_9")
        #expect(result.output?.text == "late")
    }

    @Test func onlyWhatIsNewIsShownAndItsResultsStandAlone() {
        let lines = [
            Line.agent(Line.call("Bash")), Line.agent(Line.text("Done.")), Line.user(Line.result("a")),
            Line.end("Done."),
        ]
        let items = TranscriptItems.make(lines, after: 2)
        #expect(kinds(items) == ["call", "end"])
        #expect(items.first?.result?.callID == "toolu_1")
        #expect(items.last?.end?.html == nil)
    }

    @Test func theEndRepeatsNothing() throws {
        let items = TranscriptItems.make([Line.agent(Line.text("All **done**.")), Line.end("All **done**.\n")])
        #expect(kinds(items) == ["answer", "end"])
        #expect(items.last?.end?.html == nil)
    }

    @Test func theEndSaysWhatNobodySaidBefore() throws {
        let end = try #require(TranscriptItems.make([Line.end("All **done**.")]).first?.end)
        #expect(end.html == "<p>All <strong>done</strong>.</p>\n")
    }

    @Test(arguments: [
        (#","duration_ms":669,"num_turns":1,"total_cost_usd":0.0325"#, "under a second · 1 turn · $0.03"),
        (#","duration_ms":75000,"num_turns":12,"total_cost_usd":12.345"#, "1 min 15 s · 12 turns · $12.35"),
        (#","duration_ms":3900000,"total_cost_usd":0.001"#, "1 h 5 min · under 1 ¢"),
        (#","duration_ms":"long","num_turns":null,"total_cost_usd":-1e400"#, ""),
        ("", ""),
    ])
    func theEndSaysWhatItTook(_ fields: String, _ figures: String) {
        #expect(TranscriptItems.make([Line.end("x", fields: fields)]).first?.end?.figures == figures)
    }

    @Test func aFailedRunSaysWhy() throws {
        let line = #"{"type":"result","subtype":"error_max_turns","is_error":true,"errors":["Too many turns"]}"#
        let end = try #require(TranscriptItems.make([line]).first?.end)
        #expect(end.isFailure)
        #expect(end.html == "<p>Too many turns</p>\n")
    }

    @Test func anInterruptedTurnHasNotFailed() throws {
        let end = #"{"type":"result","subtype":"error_during_execution","is_error":true,"errors":["Aborted"]}"#
        let items = TranscriptItems.make([Line.user(Line.text("[Request interrupted by user]")), end, end])
        #expect(kinds(items) == ["remark", "end", "end failed"])
        #expect(items[1].end?.title == "Interrupted" && items[1].end?.html == nil && items[1].end?.reason == nil)
    }

    private static func attempt(
        _ outcome: RunAttempt.Outcome, number: Int = 1, cause: RunAttempt.Cause = .message, reason: String? = nil
    ) throws -> String {
        try RunAttempt(
            number: number, cause: cause, actor: cause == .retry ? "Ada" : nil, outcome: outcome, reason: reason,
            durationMs: 12_000, costUsd: 0
        ).line.json
    }

    @Test func aTurnEndsOnce() throws {
        let failure = #"{"type":"result","subtype":"error_max_turns","is_error":true,"errors":["Too many turns"]}"#
        let done = [Line.end("Done."), try Self.attempt(.completed)]
        #expect(kinds(TranscriptItems.make(done)) == ["end"])
        #expect(TranscriptItems.make(done, after: 1).isEmpty)
        let failed = [failure, try Self.attempt(.failed, reason: "Too many turns")]
        #expect(kinds(TranscriptItems.make(failed)) == ["end failed"])
        let waiting = [try Self.attempt(.waiting)]
        #expect(TranscriptItems.make(waiting).isEmpty)
    }

    @Test func anotherTurnOfTheSameProcessEndsToo() throws {
        let stopped = [Line.end("Done."), Line.agent(Line.text("And now")), try Self.attempt(.stopped, reason: "Stop")]
        #expect(kinds(TranscriptItems.make(stopped)) == ["end", "answer", "attempt"])
    }

    @Test func whatAnswersAQuestionReachesAnOpenPage() {
        let asked = [Line.agent(Line.call("AskUserQuestion")), Line.user(Line.result("The sea"))]
        #expect(TranscriptItems.make(asked, after: 1).first?.result?.state == "done")
        let planned = [Line.agent(Line.call("TodoWrite")), Line.user(Line.result("Noted"))]
        #expect(TranscriptItems.make(planned, after: 1).isEmpty)
    }

    @Test(arguments: [(#","questions":["Which?","And?"]"#, ["Which?", "And?"]), ("", ["And?", "Which?"])])
    func answersStandInTheOrderOfTheirQuestions(_ field: String, _ expected: [String]) throws {
        let line = #"""
            {"type":"answer","request":"r","kind":"question","tool":"AskUserQuestion","actor":"Ada",\#
            "answer":{"answers":{"And?":"Here","Which?":"This"}}\#(field)}
            """#
        let answered = try #require(TranscriptItems.make([line]).first?.answered)
        #expect(answered.lines.map(\.question) == expected)
    }

    @Test func anAttemptIsNamedOnlyWhereItWasARetryOrSaysMore() throws {
        let failed = [try Self.attempt(.failed, reason: "No disk.")]
        let first = try #require(TranscriptItems.make(failed).first?.attempt)
        #expect(first.title == "Failed" && first.figures == "12 s" && first.reason == "No disk.")
        let unpublished = [Line.end("Done."), try Self.attempt(.failed, reason: "No disk.")]
        #expect(kinds(TranscriptItems.make(unpublished)) == ["end", "attempt"])
        let retried = [Line.end("Done."), try Self.attempt(.completed, number: 2, cause: .retry)]
        #expect(TranscriptItems.make(retried).last?.attempt?.title == "Attempt 2, retried by Ada: completed")
    }

    @Test func thoughtsAreFolded() throws {
        let items = TranscriptItems.make([
            Line.agent(#"{"type":"thinking","thinking":"\nFirst.\nSecond."}"#, #"{"type":"thinking","thinking":""}"#)
        ])
        #expect(kinds(items) == ["folded"])
        #expect(items.first?.folded?.preview == "First.")
    }

    @Test func aSubAgentsWorkIsMarked() {
        let items = TranscriptItems.make([
            Line.user(Line.text("Look around"), parent: "toolu_1"),
            Line.agent(Line.text("I looked"), parent: "toolu_1"),
            Line.end("I looked"),
        ])
        #expect(kinds(items) == ["folded", "answer", "end"])
        #expect(items.map(\.isSubAgents) == [true, true, false])
        // A sub-agent's text is not the answer.
        #expect(items.last?.end?.html != nil)
    }

    @Test func whatIsNotForReadingIsLeftOut() {
        #expect(
            TranscriptItems.make([
                #"{"type":"user","isMeta":true,"message":{"content":"Caveat"}}"#,
                #"{"type":"user","message":{"role":"user","content":"<command-name>/clear</command-name>"}}"#,
            ]).isEmpty)
    }

    @Test func everyItemHasItsOwnID() {
        let items = TranscriptItems.make([
            Line.agent(Line.text("a"), Line.text("b"), Line.call("Bash")), Line.agent(Line.text("c")),
        ])
        #expect(items.map(\.id) == ["m1", "m1-2", "m1-3", "m2"])
    }

    @Test(arguments: TranscriptFile.allCases)
    func readsRealRuns(_ file: TranscriptFile) throws {
        let items = try TranscriptItems.make(file)
        #expect(items.allSatisfy { $0.remark == nil && $0.call?.state != "open" && $0.result == nil })
        #expect(items.contains { $0.end != nil })
        let answers = items.compactMap(\.answer?.html) + items.compactMap { $0.end?.html }
        #expect(Set(answers).count == answers.count, "said twice")
    }
}
