import DemoAgent
import Domain
import Foundation
import Synchronization
import TestSupport
import Testing

struct DemoAgentTests {
    private let directory: TemporaryDirectory
    private let workspace: String

    init() throws {
        directory = try TemporaryDirectory()
        workspace = directory.path + "/workspace"
        try FileManager.default.createDirectory(atPath: workspace, withIntermediateDirectories: true)
    }

    private func options(resume: String? = nil, pace: Duration = .zero) -> DemoAgent.Options {
        DemoAgent.Options(directory: workspace, home: directory.path, model: "demo", resume: resume, pace: pace)
    }

    private func answers(to prompts: String..., resume: String? = nil) async throws -> [TranscriptLine] {
        let printed = Mutex<[String]>([])
        let agent = DemoAgent(options(resume: resume)) { line in printed.withLock { $0.append(line) } }
        let (input, writer) = AsyncStream<String>.makeStream()
        for prompt in prompts { writer.yield(#"{"type":"user","message":{"role":"user","content":"\#(prompt)"}}"#) }
        writer.finish()
        try await agent.run(input: input)
        return try printed.withLock { try $0.map { try TranscriptLine(json: $0, number: 1) } }
    }

    private var notes: String? { try? String(contentsOfFile: workspace + "/NOTES.md", encoding: .utf8) }

    @Test func itPlansWorksAndEndsItsTurn() async throws {
        let lines = try await answers(to: "Add a test")
        #expect(notes == "# Notes\n\n- Add a test\n")
        #expect(lines.first?.type == "system")
        #expect(lines.compactMap(\.outcome) == [.completed])
        var tasks: [AgentTask] = []
        for change in lines.flatMap(\.taskChanges) { tasks.apply(change) }
        #expect(tasks.map(\.status) == [.completed, .completed, .completed])
        #expect(tasks.map(\.title) == ["Look at the files", "Write down the request", "Commit the change"])
        #expect(Set(lines.map(\.origin.sessionID)).count == 1)
    }

    @Test func everyCallHasAResult() async throws {
        let blocks = try await answers(to: "Add a test").compactMap { try LineContent.reading($0.json) }.flatMap(
            \.blocks)
        var calls: [String] = []
        var results: [String] = []
        for block in blocks {
            if case .toolCall(let call) = block { calls.append(call.id) }
            if case .toolResult(let result) = block { results.append(result.callID) }
        }
        #expect(calls.count == 12)
        #expect(calls == results)
    }

    @Test func aFollowUpIsAnswered() async throws {
        let lines = try await answers(to: "Add a test", "And another\\none")
        #expect(notes == "# Notes\n\n- Add a test\n- And another one\n")
        #expect(lines.compactMap(\.outcome) == [.completed, .completed])
        #expect(lines.last?.text == "I added that to `NOTES.md` as well.")
    }

    @Test func itAsksForAnAddressAndSaysWhetherItReachedThat() async throws {
        try await LocalServer.whileRunning { port in
            let lines = try await answers(
                to: "Look at http://127.0.0.1:\(port)/ please", "And at http://127.0.0.1:\(port)/none")
            #expect(
                lines.last?.text == "I added that to `NOTES.md` as well. I did not reach http://127.0.0.1:\(port)/none."
            )
            #expect(lines.compactMap(\.text).contains { $0.hasSuffix("I reached http://127.0.0.1:\(port)/.") })
        }
    }

    @Test func aConversationIsResumed() async throws {
        let id = try #require(try await answers(to: "Add a test").first?.origin.sessionID)
        let lines = try await answers(to: "And another one", resume: id)
        #expect(Set(lines.map(\.origin.sessionID)) == [id])
        #expect(lines.last?.text == "I added that to `NOTES.md` as well.")
    }

    @Test(arguments: ["0b7ce7bb-8c9f-4a3e-9d3c-0c2f9f2f3b51", "../../etc/passwd"])
    func anUnknownConversationIsAnError(id: String) async throws {
        await #expect(throws: DemoAgent.UnknownConversation.self) {
            _ = try await answers(to: "Go on", resume: id)
        }
    }

    @Test func aCancelledTurnEndsProperly() async throws {
        let printed = Mutex<[String]>([])
        let agent = DemoAgent(options(pace: .seconds(1000))) { line in printed.withLock { $0.append(line) } }
        let (input, writer) = AsyncStream<String>.makeStream()
        writer.yield(#"{"type":"user","message":{"content":[{"type":"text","text":"Add a test"}]}}"#)
        let answering = Task { try await agent.run(input: input) }
        try await eventually { !printed.withLock(\.isEmpty) }
        answering.cancel()
        try await answering.value
        let lines = try printed.withLock { try $0.map { try TranscriptLine(json: $0, number: 1) } }
        #expect(lines.map(\.text).contains("[Request interrupted by user]"))
        #expect(lines.last?.outcome == .failed(reason: "The turn was interrupted."))
    }

    @Test func linesThatAreNoMessagesAreIgnored() async throws {
        let agent = DemoAgent(options()) { _ in Issue.record("something was answered") }
        let (input, writer) = AsyncStream<String>.makeStream()
        for line in ["", "no JSON", #"{"type":"control_request"}"#, #"{"type":"user","message":{}}"#] {
            writer.yield(line)
        }
        writer.finish()
        try await agent.run(input: input)
    }
}
