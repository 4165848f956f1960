import Foundation
import Glibc
import Sandbox
import TestSupport
import Testing

@Suite(.inTurns, .timeLimit(.minutes(15))) struct StopTests {
    @Test func aStopInterrupts() async throws {
        for isolation in await Isolation.all() {
            let test = try TestSandbox(isolation)
            let status = try await stopped(
                "trap 'echo end > end; exit 7' INT; touch started; while :; do sleep 0.05; done", in: test,
                within: .seconds(600))
            #expect(status == .exited(7))
            #expect(test.contents(of: "workspace/end") == "end\n")
        }
    }

    @Test func whatIgnoresAnInterruptIsEnded() async throws {
        for isolation in await Isolation.all() {
            let status = try await stopped(
                "trap '' INT TERM; touch started; while :; do sleep 0.05; done", in: try TestSandbox(isolation),
                within: .milliseconds(100))
            #expect(status == .signalled(9))
        }
    }

    /// Whichever way it leaves its parent, nothing outlives the run.
    @Test(arguments: [
        "setsid sleep $1 &",
        "nohup setsid sh -c 'sleep $1 & sleep $1' sh $1 >/dev/null 2>&1 &",
        "(setsid sh -c '(setsid sleep $1 &) ; exit' sh $1 &)",
        "(trap '' HUP INT TERM; while :; do sleep $1; done) & disown 2>/dev/null",
    ])
    func nothingOutlivesItsRun(script: String) async throws {
        for isolation in await Isolation.all() {
            let test = try TestSandbox(isolation)
            let mark = "\(100_000 + Int.random(in: 0..<900_000))"
            let started = "\(script)\nwhile ! ps -e -o args= | grep -q \"^sleep $1\"; do sleep 0.01; done; echo started"
            let result = try await test.run(started, mark)
            #expect(result.text == "started\n")
            #expect(result.ending.isSuccess)
            #expect(HostProcess.all(with: mark).isEmpty)
        }
    }

    @Test func nothingOutlivesAServerThatIsKilled() async throws {
        let surroundings = try TemporaryDirectory()
        let mark = "\(100_000 + Int.random(in: 0..<900_000))"
        await #expect(processExitsWith: .signal(SIGKILL)) {
            [path = surroundings.path as String, mark = mark as String] in
            try await Isolation.startInAll("setsid sleep $1 & touch started; sleep $1", mark, under: path)
            kill(getpid(), SIGKILL)
        }
        let started = try FileManager.default.subpathsOfDirectory(atPath: surroundings.path)
        #expect(started.contains { $0.hasSuffix("/started") })
        try await eventually { HostProcess.all(with: mark).isEmpty }
    }

    /// At whichever moment of a start: bubblewrap's first process inside doesn't end with the one outside at once.
    @Test(arguments: 0..<24)
    func nothingOutlivesAServerThatIsKilledDuringAStart(step: Int) async throws {
        let surroundings = try TemporaryDirectory()
        let mark = "\(100_000 + Int.random(in: 0..<900_000))"
        await #expect(processExitsWith: .signal(SIGKILL)) {
            [path = surroundings.path as String, mark = mark as String, step = step as Int] in
            let isolation = await Isolation.all()[0]
            let profile = SandboxProfile(workspace: path, home: path)
            _ = try await Sandbox(isolation).run(["true"], in: profile)
            Thread.detachNewThread {
                usleep(UInt32(step * 1000))
                kill(getpid(), SIGKILL)
            }
            _ = try await Sandbox(isolation).run(["sh", "-c", "sleep $1", "sh", mark], in: profile)
        }
        try await eventually { HostProcess.all(with: mark).isEmpty }
    }

    private func stopped(_ script: String, in test: TestSandbox, within grace: Duration) async throws -> ProcessExit {
        try await test.sandbox.withProcess(["sh", "-c", script], in: test.profile) { process in
            try await eventually { test.contents(of: "workspace/started") != nil }
            await process.stop(within: grace)
        }.ending.status
    }
}
