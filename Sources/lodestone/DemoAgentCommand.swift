import ArgumentParser
import DemoAgent
import Foundation
import UnixSignals

struct DemoAgentCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo-agent",
        abstract: "Run a small agent for trying things out. It needs no network and no account.",
        discussion: """
            Reads messages and prints lines like `claude -p --input-format stream-json --output-format stream-json \
            --verbose`, and writes each request to NOTES.md:

              echo '{"type": "user", "message": {"content": "Add a test"}}' | lodestone demo-agent
            """)

    @Option(help: "The model name to report.")
    var model = "demo"

    @Option(help: "The session to resume.")
    var resume: String?

    @Option(help: "How many seconds each step takes.")
    var pace = 0.7

    @Flag(name: [.short, .long], help: .hidden)
    var print = false

    @Option(help: "The permission mode: bypassPermissions, plan or default.")
    var permissionMode = "bypassPermissions"

    @Flag(help: .hidden)
    var verbose = false

    @Option(help: .hidden)
    var inputFormat = "stream-json"

    @Option(help: .hidden)
    var outputFormat = "stream-json"

    func validate() throws {
        guard pace >= 0 else { throw ValidationError("--pace must not be negative.") }
        guard inputFormat == "stream-json", outputFormat == "stream-json" else {
            throw ValidationError("The only supported format is stream-json.")
        }
    }

    func run() async throws {
        // The one it was given, which needn't be the account's.
        let home = ProcessInfo.processInfo.environment["HOME"] ?? NSHomeDirectory()
        let options = DemoAgent.Options(
            directory: FileManager.default.currentDirectoryPath, home: home, model: model, resume: resume,
            mode: permissionMode, pace: .seconds(pace))
        let agent = DemoAgent(options) { line in
            // Not through stdio, whose flush would wait for the thread that reads standard input.
            FileHandle.standardOutput.write(Data("\(line)\n".utf8))
        }
        let signals = await UnixSignalsSequence(trapping: .sigint)
        let answering = Task { try await agent.run(input: Self.lines()) }
        let interruption = Task {
            for await _ in signals { answering.cancel() }
        }
        defer { interruption.cancel() }
        try await answering.value
    }

    private static func lines() -> AsyncStream<String> {
        AsyncStream { continuation in
            Thread.detachNewThread {
                while let line = readLine() { continuation.yield(line) }
                continuation.finish()
            }
        }
    }
}
