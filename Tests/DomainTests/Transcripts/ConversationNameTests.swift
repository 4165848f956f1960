import Domain
import Testing

/// The names of conversations, and the status of a conversation without a `result`.
struct ConversationNameTests {
    private func user(_ text: String, _ fields: String = "") -> String {
        #"{"type":"user","message":{"role":"user","content":\#(OrderedJSON.string(text).json)}\#(fields)}"#
    }

    private func agent(_ text: String, _ fields: String = "") -> String {
        #"{"type":"assistant","message":{"content":[{"type":"text","text":\#(OrderedJSON.string(text).json)}]}\#(fields)}"#
    }

    private func summary(_ lines: [String]) throws -> SessionSummary {
        var summary = SessionSummary()
        for line in lines { summary.append(try TranscriptLine(json: line, number: 1)) }
        return summary
    }

    @Test func theFirstThingThatThePersonSaidNamesIt() throws {
        let prompt = user("Rename the Order class to Purchase")
        let beginnings = [
            [user("Warmup", #","isSidechain":true"#), agent("Ready to help.", #","isSidechain":true"#)],
            [user("Look around", #","parent_tool_use_id":"t""#)], [agent("Hello, what can I do?")],
            [user("This session is being continued from a previous conversation", #","isCompactSummary":true"#)],
            [user("<session-start-hook>ok</session-start-hook>")], [user("<system-reminder>x</system-reminder>")],
            [user("[Request interrupted by user]")], [agent("API Error: 529", #","isApiErrorMessage":true"#)],
            [user("<command-name>/model</command-name><command-args>opus</command-args>")],
            [user("<teammate-message>Take the login page</teammate-message>")],
        ]
        for beginning in beginnings {
            let summary = try summary(beginning + [prompt, agent("Renamed."), user("Thanks")])
            #expect(summary.title == "Rename Order class to Purchase", "\(beginning)")
            #expect(summary.firstMessagePreview == "Rename the Order class to Purchase", "\(beginning)")
            #expect(summary.titleSource == .generated && summary.promptCount == 2, "\(beginning)")
        }
    }

    @Test func picturesNameItUntilThereAreWords() throws {
        let picture = #"{"type":"user","message":{"role":"user","content":[{"type":"image","source":{}}]}}"#
        let before = try summary([picture, agent("That is a red square.")])
        #expect(before.title == "[image]" && before.firstMessagePreview == "[image]")
        #expect(try summary([picture, agent("A square."), user("Draw it in blue")]).title == "Draw it in blue")
    }

    @Test func aSubAgentsWordsAreNoNewsOfTheConversation() throws {
        let lines = [user("Fix it"), agent("Fixed."), agent("I looked around.", #","isSidechain":true"#)]
        #expect(try summary(lines).lastMessagePreview == "Fixed.")
    }

    @Test func aNameOfTheConversationReplacesWeakerOnes() throws {
        let (custom, ai) = (
            #"{"type":"custom-title","customTitle":"Mine"}"#, #"{"type":"ai-title","aiTitle":"Fix the totals"}"#
        )
        let old = #"{"type":"summary","summary":"Old totals","leafUuid":"u"}"#
        for (lines, title, source) in [
            ([user("Fix it"), ai], "Fix the totals", SessionSummary.TitleSource.agent),
            ([ai, user("Fix it")], "Fix the totals", .agent),
            ([old, user("Fix it")], "Old totals", .agent), ([old, ai], "Fix the totals", .agent),
            ([user("Fix it"), custom, ai], "Mine", .transcript), ([ai, custom, user("Fix it")], "Mine", .transcript),
            ([custom, #"{"type":"custom-title","customTitle":"Mine too"}"#], "Mine too", .transcript),
            ([custom, #"{"type":"custom-title","customTitle":" "}"#], "Mine", .transcript),
            ([#"{"type":"custom-title","customTitle":7}"#, user("Fix it")], "Fix it", .generated),
            ([#"{"type":"ai-title","aiTitle":"two\nlines"}"#], "two lines", .agent),
            (
                [#"{"type":"ai-title","aiTitle":"\#(String(repeating: "word ", count: 30))"}"#],
                "word word word word word word word word word word word word…", .agent
            ),
        ] {
            let summary = try summary(lines)
            #expect(summary.title == title && summary.titleSource == source, "\(lines)")
        }
        var given = SessionSummary()
        given.title = "Given here"
        given.titleSource = .given
        for line in [custom, ai, old, user("Fix it")] { given.append(try TranscriptLine(json: line, number: 1)) }
        #expect(given.title == "Given here" && given.titleSource.toldName == "given")
        #expect(
            SessionSummary.TitleSource.allCases.map(\.toldName) == [nil, nil, "command", "agent", "given", "given"])
    }

    @Test func aLineTellsHowTheTurnStands() throws {
        let call =
            #"{"type":"assistant","message":{"content":[{"type":"tool_use","id":"t","name":"Bash","input":{}}]}}"#
        let result =
            #"{"type":"user","message":{"role":"user","content":[{"type":"tool_result","tool_use_id":"t","content":"x"}]}}"#
        let thought = #"{"type":"assistant","message":{"content":[{"type":"thinking","thinking":"hm"}]}}"#
        for (line, turn) in [
            (user("Fix it"), TurnState.open), (call, .open), (result, .open), (thought, .open),
            (agent("Fixed."), .answered),
            (
                agent("Credit balance is too low", #","isApiErrorMessage":true"#),
                .failed(reason: "Credit balance is too low")
            ),
            (user("[Request interrupted by user]"), .answered),
        ] {
            #expect(try TranscriptLine(json: line, number: 1).turn == turn, "\(line)")
        }
        for line in [
            user("<command-name>/exit</command-name>"), user("<task-notification>x</task-notification>"),
            agent("Ready", #","isSidechain":true"#), #"{"type":"system","subtype":"turn_duration"}"#,
            user("<command-name>/model</command-name><command-args>opus</command-args>"),
        ] {
            #expect(try TranscriptLine(json: line, number: 1).turn == nil, "\(line)")
        }
        #expect(TurnState.open.outcome != .completed)
    }
}
