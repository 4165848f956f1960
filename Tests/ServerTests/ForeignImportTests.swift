import Domain
import Foundation
import TestSupport
import Testing

@testable import Server

/// Imports of conversations from the files of other agents.
struct ForeignImportTests {
    private func take(_ text: String) async throws -> (session: String, messages: [String], result: DataHome.Result) {
        let home = try await DataHome.ofAlice()
        let limits = BatchLimits(lines: 3, bytes: 100_000)
        let result = try await home.importText(text, author: "alice@example.com", limits: limits)
        let again = try await home.importText(text, author: "alice@example.com")
        #expect(again.report.tally.lines == 0 && again.report.tally.skippedSessions == 1)
        let lines = try await home.sessions()
        return (try #require(lines.first), Array(lines.dropFirst()), result)
    }

    private func item(_ payload: String) -> String {
        #"{"timestamp":"2026-01-01T00:00:01.000Z","type":"response_item","payload":\#(payload)}"#
    }

    private func event(_ payload: String) -> String {
        #"{"timestamp":"2026-01-01T00:00:02.000Z","type":"event_msg","payload":\#(payload)}"#
    }

    private let meta =
        #"{"timestamp":"2026-01-01T00:00:00.000Z","type":"session_meta","payload":{"id":"0199-c","cwd":"/home/dev/shop","originator":"codex_cli_rs","cli_version":"0.63.0","git":{"branch":"main"}}}"#

    @Test func aLogOfCodexBecomesASession() async throws {
        let lines = [
            meta,
            item(
                ##"{"type":"message","role":"user","content":[{"type":"input_text","text":"# AGENTS.md instructions for /home/dev/shop\n\n<INSTRUCTIONS>\nBe brief\n</INSTRUCTIONS>"}]}"##
            ),
            item(
                #"{"type":"message","role":"user","content":[{"type":"input_text","text":"<environment_context>\n  <cwd>/home/dev/shop</cwd>\n</environment_context>"}]}"#
            ),
            item(
                #"{"type":"message","role":"developer","content":[{"type":"input_text","text":"<permissions instructions>"}]}"#
            ),
            #"{"timestamp":"2026-01-01T00:00:01.000Z","type":"turn_context","payload":{"cwd":"/home/dev/shop","approval_policy":"on-request","model":"gpt-5-codex","effort":"high"}}"#,
            item(
                #"{"type":"message","role":"user","content":[{"type":"input_text","text":"Please rename the Order class to Purchase"}]}"#
            ),
            event(#"{"type":"user_message","message":"Please rename the Order class to Purchase","images":[]}"#),
            item(
                #"{"type":"reasoning","summary":[{"type":"summary_text","text":"**Looking**"}],"content":null,"encrypted_content":"gAAA"}"#
            ),
            item(#"{"type":"reasoning","summary":[],"encrypted_content":"gAAA"}"#),
            item(
                #"{"type":"function_call","name":"shell_command","arguments":"{\"command\":\"rg Order\"}","call_id":"call_1"}"#
            ),
            item(
                #"{"type":"function_call_output","call_id":"call_1","output":"{\"output\":\"order.py:1\",\"metadata\":{\"exit_code\":0}}"}"#
            ),
            item(
                #"{"type":"custom_tool_call","status":"completed","call_id":"call_2","name":"apply_patch","input":"*** Begin Patch"}"#
            ),
            item(
                #"{"type":"custom_tool_call_output","call_id":"call_2","output":"{\"output\":\"no such file\",\"metadata\":{\"exit_code\":1}}"}"#
            ),
            item(#"{"type":"web_search_call","status":"completed","action":{"type":"search","query":"zebra"}}"#),
            item(#"{"type":"ghost_snapshot","ghost_commit":{"id":"abc"}}"#),
            event(#"{"type":"token_count","info":null}"#),
            #"{"timestamp":"2026-01-01T00:00:01.000Z","type":"from_the_future","payload":[1]}"#,
            item(#"{"type":"message","role":"assistant","content":[{"type":"output_text","text":"Renamed."}]}"#),
        ]
        let (session, messages, result) = try await take(lines.joined(separator: "\n"))
        #expect(result.rejected.isEmpty && result.report.tally.lines == lines.count)
        for part in [
            #""title":"Rename Order class to Purchase""#, #""status":"completed""#, #""model":"gpt-5-codex""#,
            #""agentSessionId":"0199-c""#, #""createdAt":"2026-01-01T00:00:00.000Z""#,
        ] {
            #expect(session.contains(part), "\(session)")
        }
        // One prompt is Alice's, and no line is lost.
        #expect(messages.filter { $0.contains(#""author":"user_a""#) }.count == 1)
        #expect(messages.count == lines.count)
        let all = messages.joined()
        for part in [
            "order.py:1", "*** Begin Patch", "no such file", "zebra", "ghost_snapshot", "from_the_future", "AGENTS.md",
        ] {
            #expect(all.contains(part), "\(part)")
        }
    }

    @Test func aLogOfCodexTellsHowItEnded() async throws {
        let prompt = item(#"{"type":"message","role":"user","content":[{"type":"input_text","text":"Fix it"}]}"#)
        for (line, state) in [
            (event(#"{"type":"error","message":"Usage limit reached"}"#), #""failure":"Usage limit reached""#),
            (event(#"{"type":"turn_aborted","reason":"interrupted"}"#), #""status":"completed""#),
            (event(#"{"type":"token_count"}"#), "The transcript ends before the agent answered."),
        ] {
            let (session, _, _) = try await take([meta, prompt, line].joined(separator: "\n"))
            #expect(session.contains(state), "\(session)")
        }
    }

    @Test func anOldLogOfCodexIsReadToo() async throws {
        let (session, messages, result) = try await take(
            """
            {"id":"old-1","timestamp":"2025-05-01T00:00:00.000Z","instructions":null,"git":{"branch":"main"}}
            {"record_type":"state"}
            {"type":"message","role":"user","content":[{"type":"input_text","text":"Say hello"}]}
            {"type":"local_shell_call","call_id":"c1","status":"completed","action":{"type":"exec","command":["ls"]}}
            {"type":"local_shell_call_output","call_id":"c1","output":{"content":"a.txt","success":true}}
            {"type":"message","role":"assistant","content":[{"type":"output_text","text":"Hello"}]}
            """)
        #expect(session.contains(#""title":"Say hello""#) && session.contains(#""status":"completed""#))
        #expect(result.rejected.isEmpty && messages.count == 6 && messages.joined().contains("a.txt"))
    }

    private let chat = #"""
        {
          "sessionId": "g-1",
          "projectHash": "abc",
          "startTime": "2026-01-01T00:00:00.000Z",
          "lastUpdated": "2026-01-01T00:01:00.000Z",
          "messages": [
            {"id": "m1", "timestamp": "2026-01-01T00:00:01.000Z", "type": "user", "content": "Rename the Order class to Purchase"},
            {"id": "m2", "timestamp": "2026-01-01T00:00:02.000Z", "type": "gemini", "content": "I look.",
             "thoughts": [{"subject": "Searching", "description": "Where it is used", "timestamp": "2026-01-01T00:00:02.000Z"}],
             "model": "gemini-2.5-pro", "tokens": {"input": 10, "output": 5},
             "toolCalls": [
               {"id": "t1", "name": "run_shell_command", "args": {"command": "rg Order"}, "status": "success",
                "result": [{"functionResponse": {"id": "t1", "name": "run_shell_command", "response": {"output": "order.py:1"}}}]},
               {"id": "t2", "name": "replace", "args": {}, "status": "error", "resultDisplay": "no such file"}]},
            {"id": "m3", "timestamp": "2026-01-01T00:00:03.000Z", "type": "info", "content": "Update available"},
            {"id": "m4", "timestamp": "2026-01-01T00:00:04.000Z", "type": "user", "content": [{"text": "What is this?"}, {"inlineData": {"mimeType": "image/png", "data": "iVBOR"}}]},
            {"id": "m5", "timestamp": "2026-01-01T00:00:05.000Z", "type": "gemini", "content": [{"text": "A square."}], "model": "gemini-2.5-pro"}
          ]
        }
        """#

    @Test func aChatOfGeminiBecomesASession() async throws {
        let (session, messages, result) = try await take(chat)
        #expect(result.rejected.isEmpty)
        for part in [
            #""title":"Rename Order class to Purchase""#, #""status":"completed""#, #""model":"gemini-2.5-pro""#,
            #""agentSessionId":"g-1""#,
        ] {
            #expect(session.contains(part), "\(session)")
        }
        #expect(messages.filter { $0.contains(#""author":"user_a""#) }.count == 2)
        let all = messages.joined()
        for part in ["order.py:1", "no such file", "Where it is used", "Update available", "A square.", "projectHash"] {
            #expect(all.contains(part), "\(part)")
        }
    }

    @Test func aLaterChatOfGeminiIsReadLineByLine() async throws {
        let (session, messages, result) = try await take(
            """
            {"sessionId":"g-2","projectHash":"abc","startTime":"2026-01-01T00:00:00.000Z","kind":"main"}
            {"id":"m1","timestamp":"2026-01-01T00:00:01.000Z","type":"user","content":"Say hello"}
            {"id":"m2","timestamp":"2026-01-01T00:00:02.000Z","type":"gemini","content":"","model":"gemini-3-pro"}
            {"id":"m2","timestamp":"2026-01-01T00:00:02.000Z","type":"gemini","content":"Hello","model":"gemini-3-pro"}
            {"id":"m3","timestamp":"2026-01-01T00:00:03.000Z","type":"user","content":"Taken back"}
            {"$rewindTo":"m3"}
            {"$set":{"summary":"Greet the person"}}
            """)
        #expect(session.contains(#""title":"Greet the person","titleSource":"agent""#))
        #expect(session.contains(#""status":"completed""#) && result.rejected.isEmpty)
        #expect(messages.joined().contains("Hello") && !messages.joined().contains("Taken back"))
    }
}
