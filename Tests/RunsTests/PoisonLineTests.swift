import Domain
import Foundation
import Storage
import TestSupport
import Testing

@testable import Runs

/// Lines that no agent should print, and a good one after them.
@Suite(.timeLimit(.minutes(15)), .onEachPlace)
struct PoisonLineTests {
    private static let huge =
        #"{"type":"result","subtype":"success","is_error":false,"result":"Huge","num_turns":"#
        + #"9223372036854775807,"total_cost_usd":1.7e308,"duration_ms":9223372036854775807,"usage":"#
        + #"{"input_tokens":9223372036854775807,"cache_read_input_tokens":9223372036854775807,"output_tokens":"#
        + "9223372036854775807}}"

    private static let poison: [[UInt8]] = [
        Array("no json".utf8), Array("{".utf8), Array("[]".utf8), Array("null".utf8), Array("{}".utf8),
        Array(#"{"type":5}"#.utf8), [0xFF, 0xFE, 0x00, 0x80], Array(#"{"type":"assistant\#u{0}"}"#.utf8),
        Array(#"{"type":"assistant","message":{"content":"\ud83d"}}"#.utf8),
        Array(#"{"type":"user\u0000","message":{"content":"a\u0000b"}}"#.utf8),
        Array(#"{"type":"assistant","x":1e999}"#.utf8), Array(#"{"type":"assistant","x":-}"#.utf8),
        Array(#"{"type":"assistant","x":01}"#.utf8), Array(#"{"type":"assistant","x":"\x"}"#.utf8),
        Array(
            (#"{"type":"assistant","x":"# + String(repeating: "[", count: 5000) + String(repeating: "]", count: 5000)
                + "}").utf8),
        Array((#"{"type":"assistant","x":"# + String(repeating: "[", count: 100_000)).utf8),
        Array(#"{"type":"system","session_id":"\#(String(repeating: "s", count: 100_000))"}"#.utf8),
        Array(
            #"{"type":"user","tool_use_result":{"task":{"id":"\#(String(repeating: "9", count: 9000))","subject":""}}}"#
                .utf8),
        [UInt8](repeating: UInt8(ascii: "\\"), count: 1 << 20),
        [UInt8](repeating: UInt8(ascii: "x"), count: (16 << 20) + 1),
    ]

    private static var lines: [UInt8] { Array(poison.joined(separator: [UInt8(ascii: "\n")])) + [UInt8(ascii: "\n")] }

    /// The outcome is the same for every reader of the output.
    private func check(_ home: RunHome, _ id: SessionID) async throws {
        let detail = try await home.end(of: id)
        #expect(detail.session.status == .completed, "\(detail.session.failure ?? "")")
        #expect(try await home.texts(id).last == "Good")
        #expect(detail.run?.note?.contains("of the agent's output") == true)
        let usage = try #require(detail.run?.usage)
        #expect(usage.inputTokens <= AgentUsage.maximumTokens && usage.costUSD.isFinite)
    }

    @Test func aGoodLineAfterThemIsTaken() async throws {
        let script = """
            read_prompt; begin; say Working; until test -e ready; do sleep 0.05; done; cat "$HOME/poison"; answer Good
            """
        let home = try await RunHome(agent: script) { $0.secrets = [#"\\\secret"#, "xxxxxxxxy"] }
        try await home.working {
            let id = try await home.create("Go", repository: nil)
            try await eventually { try await home.texts(id).contains("Working") }
            // Not in the workspace, whose files are changes.
            try home.write(Self.lines, to: "home/poison", of: id)
            try home.write(to: "workspace/ready", of: id)
            try await check(home, id)
        }
    }

    @Test(.onServerOnly("What nobody has read of a runner's output is dropped with the runner's work."))
    func afterARestartTheyAreReadOnce() async throws {
        let home = try await RunHome(agent: "read_prompt; begin; say Working; sleep 1000")
        let id = try await home.create("Go", repository: nil)
        try await home.working { try await eventually { try await home.texts(id).contains("Working") } }
        let path = "\(home.configuration.directory)/\(id)/output-1.ndjson"
        let file = try #require(FileHandle(forWritingAtPath: path))
        try file.seekToEnd()
        let good = #"{"type":"result","subtype":"success","is_error":false,"result":"Good"}"#
        let all = Self.lines + Array((Self.huge + "\n" + Self.huge + "\n" + good + "\n").utf8)
        try file.write(contentsOf: Data(all))
        try file.close()
        try await home.working { try await check(home, id) }
    }
}
