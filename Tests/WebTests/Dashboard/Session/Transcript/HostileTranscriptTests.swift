import Domain
import Testing

@testable import Web

/// Whatever an agent sends, the page has something to show and nothing that runs.
struct HostileTranscriptTests {
    @Test(arguments: [
        "{}", "[]", "null", "", "{", #"{"type":"assistant"}"#, #"{"type":"assistant","message":null}"#,
        #"{"type":"assistant","message":{"content":null}}"#, #"{"type":"assistant","message":{"content":7}}"#,
        #"{"type":"assistant","message":{"content":[null,1,"a",[],{}]}}"#,
        #"{"type":"assistant","message":{"content":[{"type":"text"}]}}"#,
        #"{"type":"assistant","message":{"content":[{"type":7,"text":"x"}]}}"#,
        #"{"type":"assistant","message":{"content":[{"type":"tool_use","id":7,"name":{},"input":"x"}]}}"#,
        #"{"type":"assistant","message":{"content":[{"type":"tool_use","id":"a","name":"Edit","input":{"edits":7}}]}}"#,
        #"{"type":"assistant","message":{"content":[{"type":"tool_use","id":"a","name":"TodoWrite","input":[]}]}}"#,
        #"{"type":"user","message":{"content":[{"type":"tool_result","tool_use_id":"a"}]}}"#,
        #"{"type":"user","message":{"content":[{"type":"tool_result","tool_use_id":"a","content":[{"type":"image"}]}]}}"#,
        #"{"type":"user","message":{"content":[{"type":"tool_result","content":"without a call"}]}}"#,
        #"{"type":"result","result":{"a":1},"duration_ms":-9223372036854775808,"total_cost_usd":1e308}"#,
        #"{"type":"result","duration_ms":99999999999999999999,"num_turns":1.5}"#,
        #"{"type":"assistant","message":{"content":"\ud800 lone"}}"#,
        #"{"type":"assistant","message":{"content":[{"type":"text","text":"nul \u0000 \udc00"}]}}"#,
        #"{"type":"assistant","message":{"content":[{"type":"tool_use","id":"a","name":"Read","input":{"file_path":"a","offset":9223372036854775807,"limit":9223372036854775807}}]}}"#,
    ])
    func readsAnyJSON(_ line: String) {
        #expect(TranscriptItems.make([line, Line.agent(Line.text("next"))]).last?.answer != nil)
    }

    @Test func showsPartsThatItDoesNotKnowByTheirName() {
        let items = TranscriptItems.make([
            Line.agent(#"{"type":"server_tool_use","id":"x"}"#), Line.user(#"{"type":"video","source":{}}"#), "{",
        ])
        #expect(
            items.map(\.remark) == [
                "Content of type server_tool_use", "Content of type video",
                "This message can't be shown. The export has the original.",
            ])
    }

    @Test func readsDeepInput() {
        let deep = String(repeating: "[", count: 400) + String(repeating: "]", count: 400)
        #expect(TranscriptItems.make([Line.agent(Line.call("Deep", deep))]).first?.call?.summary.name == "Deep")
        let deeper = String(repeating: "[", count: 100_000) + String(repeating: "]", count: 100_000)
        #expect(TranscriptItems.make([Line.agent(Line.call("Deep", deeper))]).first?.remark != nil)
    }

    @Test func readsHugeLines() {
        let huge = Line.string(String(repeating: "a<b>\u{1B}[1m", count: 130_000))
        let large = String(repeating: "a<b>\u{1B}[1m", count: 20_000)
        let items = TranscriptItems.make([
            Line.agent(#"{"type":"text","text":\#(huge)}"#),
            Line.agent(Line.call("Bash", #"{"command":\#(Line.string(large))}"#)),
            Line.user(Line.result(large, isError: true)), Line.prompt(large),
            Line.agent(Line.call("Edit", #"{"file_path":"a","old_string":\#(Line.string(large)),"new_string":"b"}"#)),
        ])
        #expect(items.map(\.kind) == ["answer", "call", "prompt", "call"])
        let texts = items.compactMap { $0.call?.result?.output?.text } + items.compactMap { $0.prompt?.text.text }
        #expect(texts.allSatisfy { $0.unicodeScalars.count <= ShortenedText.maximumProse })
    }

    @Test func readsManyPartsInOneMessage() {
        let parts = (0..<2000).map { Line.call("Bash", id: "toolu_\($0)") }.joined(separator: ",")
        #expect(TranscriptItems.make([Line.agent(parts)]).count == 2000)
    }

    @Test func aCallThatComesTwiceHasItsResultTwice() {
        let items = TranscriptItems.make([
            Line.agent(Line.call("Bash")), Line.user(Line.result("first")), Line.agent(Line.call("Bash")),
        ])
        #expect(items.compactMap { $0.call?.result?.output?.text } == ["first", "first"])
    }
}
