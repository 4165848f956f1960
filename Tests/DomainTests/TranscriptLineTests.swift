import Domain
import Testing

struct TranscriptLineTests {
    private func line(_ json: String) throws -> TranscriptLine { try TranscriptLine(json: json, number: 1) }

    @Test func aPromptIsALineOfItsOwn() throws {
        let prompt = "Say \"hi\"\n\u{1}\\ 🙂"
        let line = TranscriptLine(prompt: prompt)
        #expect(try TranscriptLine(json: line.json, number: 1).text == prompt)
        #expect(line.type == "user" && line.isMessage)
    }

    @Test func textIsWhatAPersonReads() throws {
        let assistant = """
            {"type":"assistant","message":{"content":[{"type":"thinking","thinking":"hm"},{"type":"text","text":"One"},\
            {"type":"tool_use","name":"Bash","input":{}},{"type":"text","text":"Two"}]}}
            """
        #expect(try line(assistant).text == "One\n\nTwo")
        let result = #"{"type":"user","message":{"content":[{"type":"tool_result","content":"secret"}]}}"#
        #expect(try line(result).text == nil)
        let call = #"{"type":"assistant","message":{"content":[{"type":"tool_use","name":"Bash","input":{}}]}}"#
        #expect(try line(call).text == nil)
        #expect(try line(call).label == "Bash")
    }

    @Test(arguments: [
        (#"{"type":"result","subtype":"success","is_error":false,"result":"Done"}"#, RunOutcome.completed),
        (#"{"type":"result"}"#, .completed),
        (#"{"type":"result","subtype":"success","is_error":true,"result":"No credit"}"#, .failed(reason: "No credit")),
        (#"{"type":"result","subtype":"error_max_turns","errors":["Too many"]}"#, .failed(reason: "Too many")),
        (#"{"type":"result","subtype":"error_during_execution"}"#, .failed(reason: "error_during_execution")),
    ])
    func aResultTellsTheOutcome(json: String, outcome: RunOutcome) throws {
        #expect(try line(json).outcome == outcome)
    }

    @Test(arguments: [
        #"{"type":"stream_event","event":{}}"#, #"{"type":"system","subtype":"init","tools":[]}"#,
        #"{"type":"from-the-future","message":5,"tool_use_result":[1],"errors":"x","is_error":"yes"}"#,
        #"{"type":"assistant","message":{"content":[5,"x",{"type":7}]}}"#, #"{"type":"user","message":null}"#,
    ])
    func unknownShapesAreKept(json: String) throws {
        #expect(try line(json).json == json)
        #expect(try line(json).outcome == nil)
    }

    @Test(arguments: [
        "", "{", "[]", "5", "\"x\"", "{}", #"{"type":5}"#, #"{"type":null}"#, "nonsense", #"{"type":"user"} x"#,
    ])
    func whatIsNoLineIsRefused(json: String) {
        #expect(throws: InvalidValue.self) { try TranscriptLine(json: json, number: 1) }
    }

    @Test func halfCharactersAreReplaced() throws {
        let line = try line(#"{"type":"user","message":{"content":"a\ud83d b\ude00 c\ud83d\ude00 d\\ud83d"}}"#)
        #expect(line.text == "a\u{FFFD} b\u{FFFD} c😀 d\\ud83d")
    }

    @Test func brokenLinesAreAllNamedAndNoneIsKept() throws {
        let text = "{\"type\":\"user\"}\n\nbroken\n{\"type\":\"result\"}\r\n[]\n"
        let error = #expect(throws: DomainError.self) { try TranscriptLines.parse(text) }
        #expect(error?.fields.map(\.pointer) == ["/3", "/5"])
        #expect(try TranscriptLines.parse("\n{\"type\":\"user\"}\r\n \n{\"type\":\"x\"}").map(\.number) == [2, 4])
        #expect(throws: DomainError.self) { try TranscriptLines.parse(" \n") }
    }

    @Test func aBodyHasSoManyLinesAtMost() throws {
        let line = "{\"type\":\"x\"}\n"
        let most = String(repeating: line, count: TranscriptLines.maximum)
        #expect(try TranscriptLines.parse(most).count == TranscriptLines.maximum)
        for text in [most + line, String(repeating: "\n", count: 5_000_000) + line] {
            let error = #expect(throws: DomainError.self) { try TranscriptLines.parse(text) }
            #expect(error?.detail.contains("more than 10,000 lines") == true)
        }
    }
}
