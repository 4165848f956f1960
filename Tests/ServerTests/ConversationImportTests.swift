import Domain
import Foundation
import TestSupport
import Testing

@testable import Server

/// Conversations as Claude Code really leaves them behind.
struct ConversationImportTests {
    private func user(_ text: String, _ id: String = UUID().uuidString, _ fields: String = "") -> String {
        #"{"type":"user","sessionId":"s","uuid":"\#(id)","timestamp":"2026-01-01T00:00:00Z","message":{"role":"user","content":\#(OrderedJSON.string(text).json)}\#(fields)}"#
    }

    private func agent(_ text: String, _ id: String = UUID().uuidString, _ fields: String = "") -> String {
        #"{"type":"assistant","sessionId":"s","uuid":"\#(id)","timestamp":"2026-01-01T00:00:01Z","message":{"model":"m","content":[{"type":"text","text":\#(OrderedJSON.string(text).json)}]}\#(fields)}"#
    }

    private let call =
        #"{"type":"assistant","sessionId":"s","uuid":"c1","message":{"content":[{"type":"tool_use","id":"t","name":"Bash","input":{}}]}}"#

    private func session(
        _ lines: [String], into home: DataHome? = nil, limits: BatchLimits = .standard
    ) async throws -> String {
        let target = if let home { home } else { try await DataHome.ofAlice() }
        let text = lines.joined(separator: "\n")
        let result = try await target.importText(text, author: "alice@example.com", limits: limits)
        #expect(result.rejected.isEmpty)
        return try #require(try await target.sessions().first)
    }

    @Test func theEndOfAConversationTellsHowItEnded() async throws {
        let completed = #""status":"completed""#
        let cutOff = #""status":"failed","failure":"The transcript ends before the agent answered."#
        let refused = agent("Credit balance is too low", "e1", #","isApiErrorMessage":true,"error":"billing_error""#)
        for (lines, state) in [
            ([user("Fix it"), agent("Fixed.")], completed), ([user("Fix it"), call], cutOff),
            ([user("Fix it")], cutOff),
            ([user("Fix it"), refused], #""status":"failed","failure":"Credit balance is too low""#),
            ([user("Fix it"), refused, agent("Fixed.")], completed),
            ([user("Fix it"), refused, user("Go on")], cutOff),
            ([user("Fix it"), agent("Fixed."), user("<command-name>/exit</command-name>")], completed),
            ([user("Fix it"), call, user("[Request interrupted by user]")], completed),
            ([user("Fix it"), agent("Fixed."), user("Warmup", "w", #","isSidechain":true"#)], completed),
            (
                [user("Fix it"), call, #"{"type":"result","session_id":"s","subtype":"success","result":"Done"}"#],
                completed
            ),
        ] {
            for limits in [BatchLimits.standard, BatchLimits(lines: 1, bytes: 1)] {
                let session = try await session(lines, limits: limits)
                #expect(session.contains(state), "\(lines)\n\(session)")
            }
        }
    }

    @Test func aConversationThatWasCutOffGoesOn() async throws {
        let home = try await DataHome.ofAlice()
        let lines = [user("Fix it", "u1"), call]
        #expect(try await session(lines, into: home).contains(#""status":"failed""#))
        let grown = try await session(lines + [agent("Fixed.")], into: home)
        #expect(grown.contains(#""status":"completed""#) && !grown.contains("failure"))
    }

    @Test func namesComeInAndGoOutAgain() async throws {
        let home = try await DataHome.ofAlice()
        let custom = #"{"type":"custom-title","customTitle":"Invoice rounding","sessionId":"s"}"#
        let ai = #"{"type":"ai-title","aiTitle":"Fix rounding","sessionId":"s"}"#
        let lines = [user("Fix it", "u1"), agent("Fixed.", "a1"), ai]
        #expect(try await session(lines, into: home).contains(#""title":"Fix rounding","titleSource":"agent""#))
        let named = #""title":"Invoice rounding","titleSource":"transcript""#
        #expect(try await session(lines + [custom], into: home).contains(named))
        let copy = try await DataHome(importing: try await home.export())
        #expect(try await copy.export() == home.export())
        #expect(try await session(lines + [custom, #"{"type":"mode","sessionId":"s"}"#], into: home).contains(named))
    }

    @Test func onlyTheSummaryOfThisConversationNamesIt() async throws {
        let lines = [user("Fix it", "u1"), agent("Fixed.", "a1")]
        let own = #"{"type":"summary","summary":"Rounding bug","leafUuid":"a1"}"#
        let foreign = #"{"type":"summary","summary":"Cart discounts","leafUuid":"x9"}"#
        for limits in [BatchLimits.standard, BatchLimits(lines: 1, bytes: 1)] {
            let session = try await session([foreign, own, foreign] + lines, limits: limits)
            #expect(session.contains(#""title":"Rounding bug","titleSource":"agent""#), "\(session)")
            #expect(try await self.session([foreign] + lines, limits: limits).contains(#""title":"Fix it""#))
        }
    }

    @Test func bookkeepingIsPassedOver() async throws {
        for line in [
            #"{"type":"file-history-snapshot","messageId":"m","snapshot":{},"isSnapshotUpdate":false}"#,
            #"{"type":"summary","summary":"Cart discounts","leafUuid":"x"}"#, #"{"type":"mode","mode":"plan"}"#,
        ] {
            let result = try await DataHome.ofAlice().importText(
                "\(line)\n\(line)\n\(line)", author: "alice@example.com")
            #expect(result.rejected.isEmpty && result.report.tally == ImportTally())
            let sentence =
                "No conversations in 1 files: 1 with only internal notes of the agent."
            #expect(result.report.filesWithoutConversation == sentence)
        }
    }

    @Test(arguments: ["\0\0\0", "\0 \0", " \0\0\r"])
    func paddingIsCutOff(padding: String) async throws {
        let home = try await DataHome.ofAlice()
        let text = [user("Write it", "u1") + padding, padding, padding + agent("Written.", "a1"), "\(padding)"]
        let result = try await home.importText(text.joined(separator: "\n"), author: "alice@example.com")
        #expect(result.rejected.isEmpty && result.report.tally.lines == 2)
    }

    @Test func linksAreFollowed() throws {
        let directory = try TemporaryDirectory()
        let root = directory.path
        let files = FileManager.default
        try files.createDirectory(atPath: "\(root)/real/p/deep", withIntermediateDirectories: true)
        for name in ["p/a.jsonl", "p/deep/b.jsonl"] {
            try Data().write(to: URL(fileURLWithPath: "\(root)/real/\(name)"))
        }
        for (link, target) in [
            ("linked", "real"), ("folder/p", "../real/p"), ("file/c.jsonl", "../real/p/a.jsonl"),
            ("real/p/circle", ".."),
            ("broken/d.jsonl", "nowhere"),
        ] {
            let path = URL(fileURLWithPath: "\(root)/\(link)")
            try files.createDirectory(at: path.deletingLastPathComponent(), withIntermediateDirectories: true)
            try files.createSymbolicLink(atPath: path.path, withDestinationPath: target)
        }
        func found(_ name: String) throws -> [String] {
            try ImportFiles.find(["\(root)/\(name)"]).files.map { String($0.dropFirst(root.count + 1)) }
        }
        #expect(try found("real") == ["real/p/a.jsonl", "real/p/deep/b.jsonl"])
        #expect(try found("linked") == ["linked/p/a.jsonl", "linked/p/deep/b.jsonl"])
        #expect(try found("folder") == ["folder/p/a.jsonl", "folder/p/deep/b.jsonl"])
        #expect(try found("file") == ["file/c.jsonl"])
        #expect(try found("real/p/a.jsonl") == ["real/p/a.jsonl"])
        let nothing = try ImportFiles.find(["\(root)/broken", "\(root)/file"])
        #expect(nothing.emptyPaths == ["\(root)/broken"] && nothing.files.count == 1)
    }
}
