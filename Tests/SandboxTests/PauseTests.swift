import Disk
import Foundation
import Sandbox
import Synchronization
import TestSupport
import Testing

/// A disk that is full as long as a test says so.
final class TestDisk: Sendable {
    private let state = Mutex((free: 1 << 40, pauses: [Bool]()))

    var space: DiskSpace { DiskSpace { _ in self.state.withLock(\.free) } }
    var pauses: [Bool] { state.withLock(\.pauses) }

    func setFree(_ bytes: Int) {
        state.withLock { $0.free = bytes }
    }

    func note(_ isPaused: Bool) {
        state.withLock { $0.pauses.append(isPaused) }
    }
}

@Suite(.inTurns) struct PauseTests {
    /// A child and a grandchild that count, each in a file.
    private static let script = #"""
        count() { n=0; while :; do n=$((n + 1)); echo $n > $1; sleep 0.05; done; }
        (count b & count c) & count a
        """#

    @Test func aCommandWaitsWhileTheDiskIsFullAndGoesOn() async throws {
        for isolation in await Isolation.all() {
            let disk = TestDisk()
            var test = try TestSandbox(isolation)
            // Shorter than the pause: that doesn't count.
            test.profile.onPause = { disk.note($0) }
            let sandbox = Sandbox(isolation, space: disk.space)
            let (profile, box) = (test.profile, test)
            _ = try await sandbox.withProcess(["sh", "-c", Self.script], in: profile) { process in
                func counts() -> [String?] { ["a", "b", "c"].map { box.contents(of: "workspace/\($0)") } }
                try await eventually { counts().allSatisfy { $0?.isEmpty == false } }
                disk.setFree(0)
                try await eventually { disk.pauses == [true] }
                try await eventually {
                    let before = counts()
                    try await Task.sleep(for: .milliseconds(500))
                    return counts() == before
                }
                let stopped = counts()
                disk.setFree(1 << 40)
                try await eventually { zip(counts(), stopped).allSatisfy { $0 != $1 } }
                // The processes continue before the end of the pause is reported.
                try await eventually { disk.pauses == [true, false] }
                process.kill()
                #expect(await process.ending().breach == nil)
            }
        }
    }

    @Test func theTimeOfAPauseIsNotTheCommands() async throws {
        for isolation in await Isolation.all() {
            let disk = TestDisk()
            var test = try TestSandbox(isolation)
            test.profile.onPause = { disk.note($0) }
            test.profile.limits.duration = .seconds(5)
            disk.setFree(0)
            let sandbox = Sandbox(isolation, space: disk.space)
            let ending = try await sandbox.withProcess(["sh", "-c", "sleep 1"], in: test.profile) { process in
                try await eventually { disk.pauses == [true] }
                try await Task.sleep(for: .seconds(6))
                disk.setFree(1 << 40)
                return await process.ending()
            }.value
            #expect(ending.breach == nil && ending.status == .exited(0))
        }
    }

    @Test func whoFillsTheDiskIsEndedWhileItWaits() async throws {
        for isolation in await Isolation.all() {
            let disk = TestDisk()
            disk.setFree(0)
            var test = try TestSandbox(isolation)
            test.profile.limits.diskBytes = 2_000_000
            try Data(count: 3_000_000).write(to: URL(fileURLWithPath: test.profile.workspace + "/large"))
            let command = ["sleep", "1000"]
            let ending = try await Sandbox(isolation, space: disk.space).run(command, in: test.profile).ending
            #expect(ending.breach == .disk(bytes: 2_000_000))
        }
    }

    @Test func whatIsPausedCanBeEnded() async throws {
        for isolation in await Isolation.all() {
            let disk = TestDisk()
            disk.setFree(0)
            var test = try TestSandbox(isolation)
            test.profile.onPause = { disk.note($0) }
            _ = try await Sandbox(isolation, space: disk.space).withProcess(["sleep", "1000"], in: test.profile) { _ in
                try await eventually { disk.pauses == [true] }
            }
        }
    }
}
