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
        #expect(lines.last?.text == "I added it to `NOTES.md` as well.")
    }

    @Test func itAsksForAnAddressAndSaysWhetherItReachedThat() async throws {
        try await LocalServer.whileRunning { port in
            let lines = try await answers(
                to: "Look at http://127.0.0.1:\(port)/ please", "And at http://127.0.0.1:\(port)/none")
            #expect(
                lines.last?.text == "I added it to `NOTES.md` as well. I could not reach http://127.0.0.1:\(port)/none."
            )
            #expect(lines.compactMap(\.text).contains { $0.hasSuffix("I reached http://127.0.0.1:\(port)/.") })
        }
    }

    @Test func aConversationIsResumed() async throws {
        let id = try #require(try await answers(to: "Add a test").first?.origin.sessionID)
        let lines = try await answers(to: "And another one", resume: id)
        #expect(Set(lines.map(\.origin.sessionID)) == [id])
        #expect(lines.last?.text == "I added it to `NOTES.md` as well.")
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

    /// Runs the agent on one prompt. `reply` answers each of its requests, given the tool and its input.
    private func printed(
        for prompt: String, mode: String = "bypassPermissions",
        _ reply: @escaping @Sendable (_ tool: String, _ input: OrderedJSON) -> OrderedJSON?
    ) async throws -> [OrderedJSON] {
        let printed = Mutex<[OrderedJSON]>([])
        let (input, writer) = AsyncStream<String>.makeStream()
        var options = self.options()
        options.mode = mode
        let agent = DemoAgent(options) { line in
            guard let json = try? OrderedJSON(parsing: line) else { return }
            printed.withLock { $0.append(json) }
            if json["type"]?.text == "result" { writer.finish() }
            guard json["type"]?.text == "control_request", let request = json["request"],
                let response = reply(request["tool_name"]?.text ?? "", request["input"] ?? .object([]))
            else { return }
            let outer: OrderedJSON = [
                "subtype": "success", "request_id": json["request_id"] ?? "", "response": response,
            ]
            writer.yield(OrderedJSON.object([("type", "control_response"), ("response", outer)]).json)
        }
        let message: OrderedJSON = ["type": "user", "message": ["content": .string(prompt)]]
        writer.yield(message.json)
        try await agent.run(input: input)
        return printed.withLock { $0 }
    }

    @Test func itAsksWhatItIsToldToAsk() async throws {
        let lines = try await printed(for: "Ask me what to do") { _, input in
            let answers: OrderedJSON = ["Which file should I write to?": "TODO.md"]
            return ["behavior": "allow", "updatedInput": .object(input.members + [("answers", answers)])]
        }
        #expect(lines.filter { $0["request"]?["tool_name"]?.text == "AskUserQuestion" }.count == 1)
        let last = try #require(lines.last?.json)
        #expect(try TranscriptLine(json: last, number: 1).outcome == .completed)
        #expect(lines.contains { $0.json.contains("TODO.md") && $0["type"]?.text == "assistant" })
    }

    @Test func itShowsAPlanUntilThatIsApproved() async throws {
        let count = Mutex(0)
        let lines = try await printed(for: "Add a test", mode: "plan") { tool, _ in
            let number = count.withLock { count in
                count += 1
                return count
            }
            if number == 1 { return ["behavior": "deny", "message": "Run it too."] }
            return tool == "ExitPlanMode" ? ["behavior": "allow"] : nil
        }
        let plans = lines.compactMap { $0["request"]?["input"]?["plan"]?.text }
        #expect(plans.count == 2 && plans.last?.contains("Run it too.") == true)
    }

    @Test func itAsksBeforeItChangesAnything() async throws {
        let lines = try await printed(for: "Add a test", mode: "default") { tool, _ in
            tool == "Bash"
                ? ["behavior": "allow", "updatedPermissions": [["type": "addRules", "rules": [["toolName": "Bash"]]]]]
                : ["behavior": "deny", "message": "Not that file."]
        }
        let tools = lines.compactMap { $0["request"]?["tool_name"]?.text }
        #expect(tools == ["Bash", "Write"])
        #expect(lines.contains { $0.json.contains("Not that file.") && $0["type"]?.text == "user" })
    }

    @Test func anOrderInterruptsItsTurnAndNotItself() async throws {
        let printed = Mutex<[String]>([])
        let agent = DemoAgent(options(pace: .seconds(1000))) { line in printed.withLock { $0.append(line) } }
        let (input, writer) = AsyncStream<String>.makeStream()
        writer.yield(#"{"type":"user","message":{"content":"Add a test"}}"#)
        let answering = Task { try await agent.run(input: input) }
        try await eventually { !printed.withLock(\.isEmpty) }
        writer.yield(#"{"type":"control_request","request_id":"1","request":{"subtype":"interrupt"}}"#)
        try await eventually { printed.withLock { $0.contains { $0.contains("aborted_tools") } } }
        // It accepts the next message.
        let count = printed.withLock(\.count)
        writer.yield(#"{"type":"user","message":{"content":"Something else"}}"#)
        try await eventually { printed.withLock { $0.dropFirst(count).contains { $0.contains(#""init""#) } } }
        answering.cancel()
        try await answering.value
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
