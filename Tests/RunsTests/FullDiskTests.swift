import Disk
import Domain
import Foundation
import Sandbox
import Storage
import Synchronization
import TestSupport
import Testing

@testable import Runs

/// Runs wait while the disk is full, and none fails.
@Suite(.timeLimit(.minutes(15)), .onEachPlace)
struct FullDiskTests {
    private final class Disk: Sendable {
        private let free = Mutex(1 << 40)
        var space: DiskSpace { DiskSpace { _ in self.free.withLock(\.self) } }
        func setFree(_ bytes: Int) { free.withLock { $0 = bytes } }
    }

    @Test func aRunUnderWayPausesAndSaysSo() async throws {
        let disk = Disk()
        let script = "read_prompt; begin; say Working; until test -e on; do sleep 0.05; done; answer Done"
        let home = try await RunHome(agent: script) { $0.space = disk.space }
        try await home.working {
            let id = try await home.create("Go", repository: nil)
            try await eventually { try await home.texts(id).contains("Working") }
            disk.setFree(0)
            try await eventually { try await home.detail(id).run?.note == RunWorker.pauseNote }
            try home.write(to: "workspace/on", of: id)
            disk.setFree(1 << 40)
            let detail = try await home.end(of: id)
            #expect(detail.session.status == .completed)
            #expect(detail.run?.note?.contains("disk") != true)
        }
    }

    @Test func noRunBeginsMeanwhile() async throws {
        let disk = Disk()
        disk.setFree(0)
        let home = try await RunHome(agent: "read_prompt; begin; answer Done") { $0.space = disk.space }
        try await home.working {
            let id = try await home.create("Go", repository: nil)
            try await Task.sleep(for: .milliseconds(500))
            #expect(try await home.detail(id).run?.stage == .queued)
            disk.setFree(1 << 40)
            #expect(try await home.end(of: id).session.status == .completed)
        }
    }
}

/// Hosts that don't answer.
@Suite(.timeLimit(.minutes(15)), .onEachPlace)
struct SlowPublicationTests {
    private struct Silence: Error {}

    @Test func aRunThatIsBeingPublishedKeepsNoAgentFromItsTurn() async throws {
        let home = try await RunHome(agent: "read_prompt; begin; echo more >> file.txt; answer Done") {
            $0.concurrency = 1
        }
        let (answers, answer) = AsyncStream.makeStream(of: Void.self)
        let publisher = PullRequestPublisher { _ in
            for await _ in answers { break }
            throw Silence()
        }
        try await home.working(publisher: publisher) {
            let first = try await home.create("First")
            try await eventually { try await home.detail(first).run?.stage == .publishing }
            let second = try await home.create("Second", repository: nil)
            #expect(try await home.end(of: second).session.status == .completed)
            #expect(try await home.detail(first).run?.stage == .publishing)
            answer.finish()
            let note = try await home.end(of: first).run?.note
            #expect(note == "The pull request could not be opened: \(RunFailure(Silence()).reason)")
        }
    }
}
