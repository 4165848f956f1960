import CoreMetrics
import Domain
import Foundation
import Storage
import Synchronization
import TestSupport
import Testing

@testable import Runs

@Suite(.timeLimit(.minutes(15)), .onEachPlace)
struct WorkspaceTests {
    private static let works = "while read_prompt; do begin; echo two >> file.txt; answer Done.; done"

    private func clean(_ home: RunHome, _ change: (inout RunConfiguration) -> Void = { _ in }) async {
        var configuration = home.configuration
        change(&configuration)
        await WorkspaceCleaning(
            configuration, store: home.store, clock: home.clock.clock, metrics: NOOPMetricsHandler.instance,
            logger: .silent
        ).clean()
    }

    private func exists(_ id: SessionID, _ home: RunHome) -> Bool {
        FileManager.default.fileExists(atPath: home.workspace(of: id))
    }

    @Test func anOldWorkspaceIsRemovedAndMadeAgainWhenItIsNeeded() async throws {
        let home = try await RunHome(agent: Self.works)
        try await home.working {
            let id = try await home.create("First")
            _ = try await home.end(of: id)
            home.clock.advance(by: WorkspaceRetention().age - .seconds(1))
            await clean(home)
            #expect(exists(id, home))
            home.clock.advance(by: .seconds(1))
            await clean(home)
            #expect(!exists(id, home))
            #expect(try await home.detail(id).run?.changes?.files == 1)
            try await home.say("Second", in: id)
            try await eventually { try await home.texts(id).filter { $0 == "Done." }.count == 2 }
            #expect(try await home.end(of: id).session.status == .completed)
        }
    }

    @Test func aWorkspaceThatWasNotMadeAgainToItsEndIsNone() async throws {
        let home = try await RunHome(agent: Self.works)
        try await home.working {
            let id = try await home.create("First")
            _ = try await home.end(of: id)
            home.clock.advance(by: WorkspaceRetention().age)
            await clean(home)
            let repositories = "\(home.directory.path)/git"
            try FileManager.default.moveItem(atPath: repositories, toPath: repositories + ".away")
            try await home.say("Second", in: id)
            try await eventually { try await home.detail(id).run?.attempts.count == 2 }
            #expect(try await home.end(of: id).session.status == .failed)
            try FileManager.default.moveItem(atPath: repositories + ".away", toPath: repositories)
            _ = try await home.store.sessions.retry(
                id, of: home.organization, with: RetryDraft(), by: "Ada", at: home.clock.now, once: nil)
            try await eventually { try await home.detail(id).run?.attempts.count == 3 }
            let detail = try await home.end(of: id)
            #expect(detail.session.status == .completed)
            #expect(detail.run?.changes?.files == 1 && detail.run?.changes?.addedLines == 2)
        }
    }

    @Test func whatIsSaidDuringARemovalIsDoneInANewWorkspace() async throws {
        let home = try await RunHome(agent: Self.works)
        try await home.working {
            let id = try await home.create("First")
            _ = try await home.end(of: id)
            for round in 1...3 {
                home.clock.advance(by: WorkspaceRetention().age)
                async let cleaned: Void = clean(home)
                try await home.say("Once more", in: id)
                await cleaned
                try await eventually { try await home.texts(id).count { $0 == "Done." } > round }
                #expect(try await home.end(of: id).session.status == .completed)
            }
        }
    }

    @Test func noRunBeginsWhileAWorkspaceIsMovedAway() async throws {
        let home = try await RunHome(agent: Self.works)
        let id = try await home.create("First")
        try await home.working { _ = try await home.end(of: id) }
        let (hasBegun, isMoved) = (Flag(), Flag())
        async let isForgotten = home.store.runs.forgetWorkspace(of: id) {
            hasBegun.set()
            Thread.sleep(forTimeInterval: 0.2)
            isMoved.set()
        }
        try await eventually { hasBegun.isSet }
        try await home.say("Once more", in: id)
        var run: ClaimedRun?
        try await eventually {
            run = try await home.store.runs.claim(at: home.clock.now)
            return run != nil
        }
        #expect(isMoved.isSet)
        #expect(run?.baseCommit == nil)
        #expect(try await isForgotten)
    }

    private final class Flag: Sendable {
        private let state = Mutex(false)
        var isSet: Bool { state.withLock { $0 } }
        func set() { state.withLock { $0 = true } }
    }

    @Test func theOldestGoWhenAllTakeTooMuch() async throws {
        let home = try await RunHome(agent: Self.works)
        try await home.working {
            var ids: [SessionID] = []
            for number in 1...3 {
                let id = try await home.create("Number \(number)")
                _ = try await home.end(of: id)
                home.clock.advance(by: .seconds(60))
                ids.append(id)
            }
            await clean(home) { $0.retention.diskBytes = 1 << 40 }
            #expect(ids.map { exists($0, home) } == [true, true, true])
            await clean(home) { $0.retention.diskBytes = 0 }
            #expect(ids.map { exists($0, home) } == [false, false, false])
        }
    }

    /// The second is the remains of an interrupted removal.
    @Test(.onServerOnly("No agent works here."), arguments: ["cstray", "cstray.removed"])
    func whatNoSessionHasIsRemoved(name: String) async throws {
        let home = try await RunHome(agent: Self.works)
        let stray = SessionID(rawValue: name)
        try FileManager.default.createDirectory(
            atPath: home.workspace(of: stray), withIntermediateDirectories: true)
        await clean(home)
        #expect(!exists(stray, home))
        #expect(try FileManager.default.contentsOfDirectory(atPath: home.configuration.directory).isEmpty)
    }

    @Test func nothingStaysOfWhatAnAgentPrinted() async throws {
        let home = try await RunHome(agent: Self.works)
        try await home.working {
            let id = try await home.create("First")
            _ = try await home.end(of: id)
            let files = try FileManager.default.contentsOfDirectory(atPath: "\(home.configuration.directory)/\(id)")
            #expect(!files.contains { $0.hasPrefix("output-") })
        }
    }
}
