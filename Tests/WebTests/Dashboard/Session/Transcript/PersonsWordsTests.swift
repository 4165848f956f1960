import Domain
import Testing

@testable import Web

/// The messages that a page shows as a person's, from transcripts of Claude Code.
struct PersonsWordsTests {
    /// The items of lines that an import takes for a person's where they are.
    private func items(_ lines: [String]) throws -> [TranscriptItem] {
        let messages = try lines.enumerated().compactMap { index, json -> Message? in
            let line = try TranscriptLine(json: json, number: index + 1)
            guard line.isMessage else { return nil }
            return Message(
                sequence: index + 1, json: line.json, author: line.origin.isPrompt ? TranscriptItems.ada : nil,
                createdAt: TranscriptItems.time)
        }
        return TranscriptItems.make(of: messages)
    }

    private func user(_ content: String, fields: String = "") -> String {
        #"{"type":"user","message":{"role":"user","content":\#(content)}\#(fields)}"#
    }

    @Test func theyStandUnderTheirName() throws {
        let picture = #"{"type":"image","source":{}}"#
        for (line, text) in [
            (#"{"type":"attachment","attachment":{"type":"queued_command","prompt":"Skip it"}}"#, "Skip it"),
            (user("[\(picture)]"), "[image]"),
            (user(#"[{"type":"text","text":"What is this?"},\#(picture)]"#), "What is this?\n\n[image]"),
            (
                user(
                    Line.string(
                        "<command-message>review</command-message>\n<command-name>/review</command-name>\n"
                            + "<command-args>the code</command-args>")), "/review the code"
            ),
            (user(Line.string("<ide_selection>x</ide_selection>\nWhat does it do?")), "What does it do?"),
            (user(Line.string("<bash-input>ls</bash-input>")), "! ls"),
        ] {
            let items = try items([line])
            #expect(items.map { $0.prompt?.text.text } == [text], "\(line)")
            #expect(items.first?.prompt?.author == "Ada Example", "\(line)")
        }
    }

    @Test func aReplyStandsAfterTheQuestion() throws {
        let result = #"[{"type":"tool_result","tool_use_id":"t","content":"User has answered"}]"#
        let answers = #","toolUseResult":{"answers":{"Which colour?":"Blue"}}"#
        let shown = try items([Line.agent(Line.call("AskUserQuestion", id: "t")), user(result, fields: answers)])
        #expect(shown.map { $0.prompt?.text.text } == [nil, "Which colour?\nBlue"])
        #expect(shown.first?.call?.state == "done")
        // An answer given here has a mark of its own.
        let here = TranscriptItems.make([
            Line.agent(Line.call("AskUserQuestion", id: "t")), user(result, fields: answers),
        ])
        #expect(here.allSatisfy { $0.prompt == nil })
    }

    @Test func whatOtherAgentsAndProgramsSayDoesNot() throws {
        let items = try items([
            user(Line.string("<teammate-message teammate_id=\"lead\">\nTake the login page\n</teammate-message>")),
            user(Line.string("<session-start-hook>ok</session-start-hook>")),
            user(Line.string("<system-reminder>x</system-reminder>")),
        ])
        #expect(items.map(\.kind) == ["folded"])
        #expect(items.first?.folded?.title == "Message from another agent")
        #expect(items.first?.folded?.text.text == "Take the login page")
    }

    @Test func callsOnTheModelsSideShowQueryAndResult() throws {
        let items = try items([
            Line.agent(
                #"{"type":"server_tool_use","id":"s","name":"web_search","input":{"query":"release date"}}"#,
                #"{"type":"web_search_tool_result","tool_use_id":"s","content":[{"title":"Notes","url":"https://example.com/notes"}]}"#,
                #"{"type":"mcp_tool_use","id":"m","name":"lookup","server_name":"crm","input":{"id":1}}"#,
                #"{"type":"mcp_tool_result","tool_use_id":"m","content":[{"type":"text","text":"Customer 1"}]}"#)
        ])
        #expect(items.map { $0.call?.summary.name } == ["web_search", "crm: lookup"])
        #expect(items.map { $0.call?.summary.subject } == ["release date", "1"])
        let outputs = ["Notes — https://example.com/notes", "Customer 1"]
        #expect(items.map { $0.call?.result?.output?.text } == outputs)
    }
}
