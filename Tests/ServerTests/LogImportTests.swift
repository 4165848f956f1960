import Domain
import Foundation
import TestSupport
import Testing

@testable import Server

/// Imports of Claude Code's files, recorded from real runs, with long texts shortened.
struct LogImportTests {
    private let transcript: String
    private let output: String

    init() throws {
        transcript = try DataHome.fixture("transcript.jsonl")
        output = try DataHome.fixture("output.jsonl")
    }

    private func take(
        _ text: String, into home: DataHome, limits: BatchLimits = .standard
    ) async throws -> DataHome.Result {
        try await home.importText(text, author: "alice@example.com", limits: limits)
    }

    @Test func aTranscriptBecomesASession() async throws {
        let home = try await DataHome.ofAlice()
        let result = try await take(transcript, into: home)
        #expect(result.rejected.isEmpty && result.report.tally.newSessions == 1)
        let lines = try await home.sessions()
        #expect(lines[0].contains(#""title":"Add greeting to project""#))
        #expect(lines[0].contains(#""status":"completed","model":"claude-opus-4-6""#))
        #expect(lines[0].contains(#""agentSessionId":"e708a6b1-5e17-49fa-b3a3-b9177363a162""#))
        #expect(lines[0].contains(#""createdAt":"2026-11-21T19:23:41.823Z","updatedAt":"2026-11-21T19:23:49.602Z""#))
        #expect(lines[0].contains(#""tasks":[{"id":"1","title":"Write the file","status":"completed"}]"#))
        // Every line is there; the two prompts, and nothing else, are the author's, at their time.
        #expect(lines.count == 1 + transcript.split(separator: "\n").count)
        let prompts = lines.dropFirst().filter { $0.contains("\"author\":\"user_a\"") }
        #expect(prompts.count == 2)
        #expect(prompts.contains { $0.contains(#""createdAt":"2026-11-21T19:23:43.821Z""#) })
    }

    @Test func outputBecomesASessionAndItsNextRunGoesOn() async throws {
        let home = try await DataHome.ofAlice()
        #expect(try await take(output, into: home).report.tally.newSessions == 1)
        let resumed = try await take(try DataHome.fixture("output-resumed.jsonl"), into: home)
        #expect(resumed.report.tally.updatedSessions == 1 && resumed.report.tally.lines == 3)
        let failed = try await take(try DataHome.fixture("output-failed.jsonl"), into: home)
        #expect(failed.report.tally.newSessions == 1)
        let sessions = try await home.sessions().filter { $0.contains("\"record\":\"session\"") }
        #expect(sessions.count == 2)
        #expect(sessions[0].contains(#""status":"completed""#))
        #expect(sessions[1].contains(#""status":"failed","failure":"Credit balance is too low""#))
    }

    @Test func nothingComesInTwice() async throws {
        let home = try await DataHome.ofAlice()
        let all = try [transcript, output, DataHome.fixture("output-resumed.jsonl")]
        for text in all { _ = try await take(text, into: home) }
        let once = try await home.export()
        for text in all.reversed() {
            let again = try await take(text, into: home, limits: BatchLimits(lines: 5, bytes: 2_000))
            #expect(again.report.tally.lines == 0 && again.report.tally.skippedSessions == 1)
        }
        #expect(try await home.export() == once)
        // Lines that are in the output and in the transcript are imported once.
        #expect(once.components(separatedBy: "349b2350-2269-468e-a922-b42edea0907f\",\"timestamp").count == 2)
    }

    @Test func anImportCutOffAnywhereAndRepeatedEndsTheSame() async throws {
        let whole = try await DataHome.ofAlice()
        _ = try await take(transcript, into: whole)
        let expected = try await whole.sessions()
        let bytes = Data(transcript.utf8)
        for cut in stride(from: 400, to: bytes.count, by: bytes.count / 14) {
            let home = try await DataHome.ofAlice()
            let limits = BatchLimits(lines: 7, bytes: 20_000)
            _ = try await home.importBytes(bytes.prefix(cut), author: "alice@example.com", limits: limits)
            #expect(try await take(transcript, into: home, limits: limits).rejected.isEmpty)
            #expect(try await home.sessions() == expected, "cut at \(cut)")
        }
    }

    @Test func equalLinesWithoutANameAreKeptAndNotDoubled() async throws {
        let line = #"{"type":"assistant","session_id":"s","message":{"content":[{"type":"text","text":"ok"}]}}"#
        let text = Array(repeating: line, count: 3).joined(separator: "\n")
        let home = try await DataHome.ofAlice()
        #expect(try await take(text, into: home, limits: BatchLimits(lines: 1, bytes: 1)).report.tally.lines == 3)
        #expect(try await take(text, into: home).report.tally.lines == 0)
        #expect(try await take(text + "\n" + line, into: home).report.tally.lines == 1)
    }

    @Test func whatIsNoConversationMakesNoSession() async throws {
        let home = try await DataHome.ofAlice()
        let text = #"{"type":"queue-operation","sessionId":"s","timestamp":"2026-01-01T00:00:00Z"}"#
        let result = try await take(text, into: home)
        #expect(result.report.tally == ImportTally() && result.rejected.isEmpty)
        #expect(result.report.noteFiles == 1 && !result.report.isEmpty)
    }

    @Test func brokenLinesAreNamed() async throws {
        let home = try await DataHome.ofAlice()
        let text = "{\"type\":\"mode\"}\n" + output.replacing("\n", with: "\n{broken\n") + "[]\n\u{7B}\"a\":1}\n"
        let result = try await take(text, into: home)
        #expect(result.report.tally.lines == 10)
        #expect(result.rejected.count == 9 + 2)
        #expect(result.rejected.first == RejectedLine(number: 3, reason: "is not valid JSON"))
        let nameless = try await take(#"{"type":"user","message":{"content":"Hi"}}"#, into: home)
        #expect(nameless.rejected.first?.reason.contains("has no session ID") == true)
    }

    @Test func whatClaudeCodeSaysInThePersonsNameIsNoPromptAndNoTitle() async throws {
        let home = try await DataHome.ofAlice()
        let meta = #""sessionId":"s","timestamp":"2026-01-01T00:00:00Z","message":{"role":"user","content":"#
        let text = """
            {"type":"user","isMeta":true,\(meta)"Caveat: the messages below"}}
            {"type":"user",\(meta)"<command-name>/clear</command-name>"}}
            {"type":"user",\(meta)[{"type":"tool_result","content":"x"}]}}
            {"type":"user","isSidechain":true,\(meta)"Look around"}}
            {"type":"user",\(meta)"Please fix the login page."}}
            """
        _ = try await take(text, into: home)
        let lines = try await home.sessions()
        #expect(lines.filter { $0.contains("\"author\"") }.count == 2)
        #expect(lines.last?.contains(#""author":"user_a""#) == true)
    }

    @Test func foldersGiveTheirTranscripts() throws {
        let directory = try TemporaryDirectory()
        let names = ["p/b.jsonl", "p/a.jsonl", "p/a/subagents/agent-1.jsonl", "p/agent-2.jsonl", "p/notes.txt"]
        for name in names {
            let file = URL(fileURLWithPath: "\(directory.path)/\(name)")
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data().write(to: file)
        }
        let found = try ImportFiles.find([directory.path, "-"])
        #expect(found.files == ["\(directory.path)/p/a.jsonl", "\(directory.path)/p/b.jsonl", "-"])
        #expect(found.emptyPaths.isEmpty)
        #expect(throws: DomainError.self) { try ImportFiles.find(["/nowhere"]) }
    }
}
