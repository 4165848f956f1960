import Domain
import Foundation
import Storage
import TestSupport
import Testing

@testable import Runs

@Suite(.timeLimit(.minutes(15)), .onEachPlace)
struct StopTests {
    private static let waits = "read_prompt; begin; say Working; sleep 1000; answer Late"

    private func stop(_ id: SessionID, in home: RunHome) async throws {
        _ = try await home.store.sessions.stop(id, of: home.organization, by: "Alice", at: home.clock.now)
    }

    @Test func aStopEndsTheAgent() async throws {
        let home = try await RunHome(agent: Self.waits)
        try await home.working {
            let id = try await home.create("Go")
            try await eventually { try await home.texts(id).contains("Working") }
            try await stop(id, in: home)
            let detail = try await home.end(of: id)
            #expect(detail.session.status == .failed && detail.session.failure == "Stopped by Alice.")
            #expect(try await home.texts(id) == ["Go", "Working"])
        }
    }

    @Test func whatIsSaidAfterAStopIsAnswered() async throws {
        let home = try await RunHome(
            agent: #"read_prompt; begin; case "$prompt" in *Wait*) say Working; sleep 1000;; esac; answer "Heard""#)
        try await home.working {
            let id = try await home.create("Wait")
            // Messages that an agent hasn't read before a stop are sent with the next message.
            try await eventually { try await home.texts(id).contains("Working") }
            try await stop(id, in: home)
            try await home.say("Go on", in: id)
            try await eventually { try await home.texts(id).contains("Heard") }
            let detail = try await home.end(of: id)
            #expect(detail.session.status == .completed)
            #expect(try await home.texts(id).filter { $0 == "Heard" }.count == 1)
        }
    }

    @Test func whatWaitsIsNotBegun() async throws {
        let home = try await RunHome(agent: Self.waits) { $0.concurrency = 1 }
        try await home.working {
            let first = try await home.create("First")
            try await eventually { try await home.texts(first).contains("Working") }
            let second = try await home.create("Second")
            try await stop(second, in: home)
            try await stop(first, in: home)
            _ = try await home.end(of: second)
            #expect(try await home.texts(second) == ["Second"])
        }
    }

    @Test func aDeletedSessionLeavesNothing() async throws {
        let home = try await RunHome(agent: Self.waits)
        try await home.working {
            let id = try await home.create("Go")
            try await eventually { try await home.texts(id).contains("Working") }
            #expect(FileManager.default.fileExists(atPath: home.workspace(of: id)))
            try await home.store.sessions.delete(
                id, of: home.organization, by: home.author.id, as: .owner, at: home.clock.now)
            try await eventually { !FileManager.default.fileExists(atPath: home.workspace(of: id)) }
        }
    }

    @Test(.onServerOnly("No agent works here."))
    func anotherAgentMayNotReportBesides() async throws {
        let home = try await RunHome(agent: Self.waits)
        let id = try await home.create("Go")
        let line = TranscriptLine(prompt: "I am another")
        await #expect(throws: DomainError.self) {
            try await home.store.sessions.appendAgentLines(
                [line], to: id, of: home.organization, at: home.clock.now, once: nil)
        }
    }
}
