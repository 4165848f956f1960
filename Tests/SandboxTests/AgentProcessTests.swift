import Foundation
import Sandbox
import Testing

@Suite(.inTurns) struct AgentProcessTests {
    private func lines(
        of script: String, secrets: [String] = [], isolation: Isolation = .none
    ) async throws -> (value: [String], ending: AgentEnding) {
        let test = try TestSandbox(isolation)
        return try await test.sandbox.withAgent(["sh", "-c", script], in: test.profile, secrets: secrets) { agent in
            var lines: [String] = []
            for try await line in agent.lines.texts { lines.append(line) }
            _ = await agent.ending()
            return lines
        }
    }

    @Test func aMessageIsSentAsALineOfStreamJSON() async throws {
        let test = try TestSandbox(.none)
        let lines = try await test.sandbox.withAgent(["cat"], in: test.profile) { agent in
            try await agent.send("Say \"hi\"\nin two lines")
            agent.finishInput()
            var lines: [String] = []
            for try await line in agent.lines.texts { lines.append(line) }
            return lines
        }.value
        #expect(
            lines == [
                #"{"type":"user","message":{"role":"user","content":[{"type":"text","text":"#
                    + #""Say \"hi\"\nin two lines"}]}}"#
            ])
    }

    @Test func linesComeOneByOneHoweverTheyArePrinted() async throws {
        let script = #"printf '{"a":'; sleep 0.05; printf '1}\n\n  \n{"b":2}\n{"c"'; sleep 0.05; printf ':3}'"#
        #expect(try await lines(of: script).value == [#"{"a":1}"#, #"{"b":2}"#, #"{"c":3}"#])
    }

    @Test func aLineOf16MiBIsTakenAndALongerOneIsPassedOver() async throws {
        let printed = "head -c $((16 << 20)) /dev/zero | tr '\\0' x; "
        #expect(try await lines(of: printed + "echo; echo y").value.map(\.utf8.count) == [16 << 20, 1])
        let longer = printed + printed + "echo x; echo y; " + printed + "printf x"
        #expect(try await lines(of: longer).value == ["33554433 bytes", "y", "16777217 bytes"])
    }

    @Test func secretsAreRedactedOfLinesAndErrors() async throws {
        for isolation in await Isolation.all() {
            let script = "printf 'tok'; sleep 0.05; echo 'en-12/34 tok\\u0065n-12\\/34'; echo token-12/34 >&2; exit 1"
            let (lines, ending) = try await lines(of: script, secrets: ["token-12/34"], isolation: isolation)
            #expect(lines == ["*** ***"])
            #expect(ending.errorText == "***\n")
            #expect(ending.status == .exited(1))
        }
    }

    @Test func onlyTheEndOfTheErrorsIsKept() async throws {
        let ending = try await lines(of: "seq 100000 >&2; echo the end >&2").ending
        #expect((65_500...65_536).contains(ending.errorText.utf8.count))
        #expect(ending.errorText.hasSuffix("\n100000\nthe end\n"))
    }

    @Test func whatIsSentToAnAgentThatEndedIsAnError() async throws {
        let test = try TestSandbox(.none)
        _ = try await test.sandbox.withAgent(["true"], in: test.profile) { agent in
            _ = await agent.ending()
            await #expect(throws: SystemCallError.self) { try await agent.send("hello") }
        }
    }
}
