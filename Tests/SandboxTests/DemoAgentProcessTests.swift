import Domain
import Foundation
import Sandbox
import TestSupport
import Testing

/// `lodestone demo-agent` as runs start it: the binary beside the tests, in the sandbox.
@Suite(.inTurns, .timeLimit(.minutes(15))) struct DemoAgentProcessTests {
    private func test(_ isolation: Isolation) async throws -> TestSandbox {
        var test = try TestSandbox(isolation)
        test.profile.readOnlyPaths = [Self.products] + (try await Self.toolchainLibraries(test))
        test.profile.environment = TestRepository.author.environment
        return test
    }

    private func command(_ arguments: String...) -> [String] {
        [Self.products + "/lodestone", "demo-agent"] + arguments
    }

    @Test func itAnswersAndIsResumed() async throws {
        for isolation in await Isolation.all() {
            let test = try await test(isolation)
            let session = try await test.sandbox.withAgent(command("--pace", "0"), in: test.profile) { agent in
                try await agent.send("Add a test")
                var lines: [TranscriptLine] = []
                for try await line in agent.lines.texts {
                    let line = try TranscriptLine(json: line, number: 1)
                    lines.append(line)
                    guard line.outcome != nil else { continue }
                    if lines.count(where: { $0.outcome != nil }) == 1 {
                        try await agent.send("And another")
                    } else {
                        agent.finishInput()
                    }
                }
                #expect(await agent.ending().status == .exited(0))
                #expect(lines.compactMap(\.outcome) == [.completed, .completed])
                return lines.first?.origin.sessionID
            }.value
            let id = try #require(session)
            let (resumed, ending) = try await test.sandbox.withAgent(
                command("--pace", "0", "--resume", id), in: test.profile
            ) { agent in
                try await agent.send("And a third")
                agent.finishInput()
                for try await line in agent.lines.texts where try TranscriptLine(json: line, number: 1).outcome != nil {
                    _ = await agent.ending()
                    return true
                }
                return false
            }
            #expect(resumed && ending.status == .exited(0))
            #expect(
                test.contents(of: "workspace/NOTES.md") == "# Notes\n\n- Add a test\n- And another\n- And a third\n")
        }
    }

    @Test func aStopEndsItsTurnProperly() async throws {
        for isolation in await Isolation.all() {
            let test = try await test(isolation)
            let (last, ending) = try await test.sandbox.withAgent(command("--pace", "1000"), in: test.profile) {
                agent in
                try await agent.send("Add a test")
                var last: TranscriptLine?
                for try await line in agent.lines.texts {
                    if last == nil { await agent.stop(within: .seconds(600)) }
                    last = try TranscriptLine(json: line, number: 1)
                }
                _ = await agent.ending()
                return last
            }
            #expect(last?.outcome == .failed(reason: "The turn was interrupted."))
            #expect(ending.status == .exited(0))
            #expect(ending.errorText == "")
        }
    }

    @Test func anUnknownSessionIsAnErrorThatItTells() async throws {
        let test = try await test(.none)
        let id = "0b7ce7bb-8c9f-4a3e-9d3c-0c2f9f2f3b51"
        let ending = try await test.sandbox.withAgent(command("--resume", id), in: test.profile) { agent in
            _ = await agent.ending()
        }.ending
        #expect(ending.status == .exited(1))
        #expect(ending.errorText.contains("No conversation found with session ID: \(id)"))
    }

    /// Where the build put the executables.
    private static let products = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
        .deletingLastPathComponent().path

    /// A debug build needs the toolchain's.
    private static func toolchainLibraries(_ test: TestSandbox) async throws -> [String] {
        let script = #"ldd "$1" | sed -n 's,.* => \(/.*\)/libswiftCore.so .*,\1,p'"#
        let command = ["sh", "-c", script, "sh", products + "/lodestone"]
        let directory = try await Sandbox(.none).run(command, in: test.profile).text.dropLast()
        return directory.isEmpty ? [] : [String(directory)]
    }
}
