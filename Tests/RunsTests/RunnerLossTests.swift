import Domain
import Foundation
import Runner
import RunnerLink
import Sandbox
import ServiceLifecycle
import Storage
import TestSupport
import Testing

@testable import Runs

/// What becomes of a run whose runner is lost, comes back late, or lies.
@Suite(.timeLimit(.minutes(15)))
struct RunnerLossTests {
    private static let answers = #"read_prompt; begin; echo kept > kept.txt; answer "Done""#

    @Test func aSilentRunnersRunGoesOnElsewhereAndItIsRefused() async throws {
        let home = try await RunHome(agent: Self.answers)
        let hub = RunnerHub(leaseTime: .seconds(15))
        try await home.working(hub, concurrency: 0) {
            let id = try await home.create("Go")
            let (late, process) = try await HandRunner(hub: hub, token: try await home.makeToken().token).start()
            let words = HandRunner.lines("I am slow")
            #expect(try await late.append(words, at: 0, to: process).next == words.count)
            try await eventually { try await home.texts(id).contains("I am slow") }
            try await home.withRunner(hub) {
                let detail = try await home.end(of: id)
                #expect(detail.session.status == .completed)
                #expect(try await home.texts(id) == ["Go", "I am slow", "Done"])
                #expect(detail.run?.changes?.files == 1)
            }
            let lie = HandRunner.lines(answer: "I am done too")
            #expect(try await isLeaseOver { _ = try await late.append(lie, at: words.count, to: process) })
            #expect(try await isLeaseOver { try await late.end(process, RunnerEnding(code: 0)) })
            #expect(try await isLeaseOver { try await late.store(.workspace) { try await $0([1]) } })
            #expect(try await isLeaseOver { _ = try late.archive(of: .workspace) })
            #expect(try await home.texts(id) == ["Go", "I am slow", "Done"])
        }
    }

    @Test func anAnswerIsNotStoredBeforeTheWorkThatItTellsOf() async throws {
        let home = try await RunHome(agent: Self.answers)
        let hub = RunnerHub(leaseTime: .seconds(15))
        try await home.working(hub, concurrency: 0) {
            let id = try await home.create("Go")
            let runner = HandRunner(hub: hub, token: try await home.makeToken().token)
            let (lease, process) = try await runner.start()
            _ = try await lease.append(HandRunner.lines("Working", answer: "Never returned"), at: 0, to: process)
            _ = try await runner.orders(of: lease) { if case .checkpoint = $0 { true } else { false } }
            #expect(try await !home.texts(id).contains("Never returned"))
            try await home.withRunner(hub) {
                let detail = try await home.end(of: id)
                #expect(detail.session.status == .completed)
                #expect(try await home.texts(id).filter { $0 != "Working" } == ["Go", "Done"])
            }
        }
    }

    /// Such as one whose agent takes all memory of each machine.
    @Test func aRunThatLosesRunnersAgainAndAgainFails() async throws {
        let home = try await RunHome(agent: Self.answers)
        let hub = RunnerHub()
        let token = try await home.makeToken().token
        @Sendable func lose(_ reason: RunnerLost) async throws {
            let (lease, _) = try await HandRunner(hub: hub, token: token).start()
            try #require(lease as? RunnerLease).lose(reason)
        }
        try await home.working(hub, concurrency: 0) {
            let id = try await home.create("Go")
            for _ in 1..<RunStore.maximumLosses { try await lose(.silent) }
            // A runner that gives its work back is no loss.
            for _ in 1...2 { try await lose(.stopping) }
            try await eventually { try await home.detail(id).run?.stage == .queued }
            try await lose(.silent)
            let session = try await home.end(of: id).session
            #expect(session.status == .failed)
            #expect(session.failure?.hasPrefix("5 runners in a row were lost") == true)
            _ = try await home.store.sessions.retry(
                id, of: home.organization, with: RetryDraft(), by: "Ada", at: home.clock.now, once: nil)
            try await lose(.silent)
            try await home.withRunner(hub) {
                let detail = try await home.end(of: id)
                #expect(detail.session.status == .completed)
            }
            // A message counts anew, too.
            try await home.say("More", in: id)
            for _ in 1..<RunStore.maximumLosses { try await lose(.silent) }
            try await home.withRunner(hub) {
                let detail = try await home.end(of: id)
                #expect(detail.session.status == .completed)
            }
        }
    }

    @Test func outputThatDoesNotFitIsNotTaken() async throws {
        let home = try await RunHome(agent: Self.answers)
        let hub = RunnerHub()
        try await home.working(hub, concurrency: 0) {
            let id = try await home.create("Go")
            let (lease, process) = try await HandRunner(hub: hub, token: try await home.makeToken().token).start()
            let words = HandRunner.lines("Once")
            #expect(try await lease.append(words, at: 7, to: process).next == 0)
            #expect(try await lease.append(words, at: 0, to: process).next == words.count)
            // As after an answer that was lost on its way.
            #expect(try await lease.append(words, at: 0, to: process).next == words.count)
            await #expect(throws: DomainError.self) { _ = try await lease.append(words, at: words.count, to: 2) }
            try await eventually { try await home.texts(id).contains("Once") }
            #expect(try await home.texts(id).filter { $0 == "Once" }.count == 1)
        }
    }

    @Test func aRevokedRunnerIsOutAtOnceAndItsRunGoesOn() async throws {
        let home = try await RunHome(agent: Self.answers)
        let hub = RunnerHub()
        let stolen = try await home.makeToken("Stolen").token
        try await home.working(hub, concurrency: 0) {
            let id = try await home.create("Go")
            let (lease, _) = try await HandRunner(hub: hub, token: stolen).start()
            try await home.store.runners.revoke(stolen.id, of: nil, at: home.clock.now)
            try await eventually { try await isLeaseOver { try lease.renew() } }
            let claim = RunnerClaim(version: ServiceVersion.current, labels: [])
            #expect(throws: DomainError.self) { _ = try hub.wait(with: claim, by: stolen) }
            try await home.withRunner(hub) {
                let detail = try await home.end(of: id)
                #expect(detail.session.status == .completed)
            }
        }
    }

    @Test func aRunnerReachesNoLeaseOfAnotherToken() async throws {
        let home = try await RunHome(agent: Self.answers)
        let hub = RunnerHub()
        let (own, other) = (try await home.makeToken("Own").token, try await home.makeToken("Other").token)
        try await home.working(hub, concurrency: 0) {
            _ = try await home.create("Go")
            let (lease, _) = try await HandRunner(hub: hub, token: own).start()
            let id = try #require(lease as? RunnerLease).id
            #expect(try await isLeaseOver { _ = try hub.lease(id, of: other) })
            _ = try hub.lease(id, of: own)
        }
    }

    @Test func aRunnerGetsOnlyRunsOfItsOrganization() async throws {
        let home = try await RunHome(agent: Self.answers)
        let hub = RunnerHub()
        let stranger = try await home.store.accounts.addOrganization(
            "Umbrella", owner: EmailAddress("alice@example.com"), at: home.clock.now)
        let foreign = try await home.makeToken("Foreign", for: stranger.id).token
        let own = try await home.makeToken("Own", for: home.organization).token
        try await home.working(hub, concurrency: 0) {
            _ = try await home.create("Go")
            let claim = RunnerClaim(version: ServiceVersion.current, labels: [])
            #expect(try await hub.wait(with: claim, by: foreign).assignment(within: .seconds(1)) == nil)
            #expect(try await hub.wait(with: claim, by: own).assignment(within: .seconds(60)) != nil)
        }
    }

    /// Files that a runner returns may have any names and links.
    @Test func returnedFilesStayInTheirPlace() async throws {
        let home = try await RunHome(agent: Self.answers)
        let hub = RunnerHub()
        let canary = home.directory.path + "/canary"
        try "untouched".write(toFile: canary, atomically: true, encoding: .utf8)
        let place = home.directory.path + "/evil"
        try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
        let script = """
            import io, sys, tarfile
            archive = tarfile.open("evil.tar.gz", "w:gz")
            def add(name, **fields):
                entry = tarfile.TarInfo(name)
                entry.size = 0 if fields else 11
                for key, value in fields.items(): setattr(entry, key, value)
                archive.addfile(entry, io.BytesIO(b"overwritten"))
            add("link", type=tarfile.SYMTYPE, linkname="\(home.directory.path)")
            for name in ("link/canary", "../canary", "../../canary", "../../../canary", "\(canary)"): add(name)
            archive.close()
            """
        let profile = SandboxProfile(workspace: place, home: place)
        let made = try await Sandbox(.none).run(["python3", "-c", script], in: profile)
        #expect(made.ending.isSuccess, "\(made.ending.errorText)")
        let archive = try #require(FileManager.default.contents(atPath: place + "/evil.tar.gz"))
        try await home.working(hub, concurrency: 0) {
            let id = try await home.create("Go")
            let (lease, process) = try await HandRunner(hub: hub, token: try await home.makeToken().token).start()
            for files in [RunnerFiles.workspace, .home] {
                try await lease.store(files) { try await $0(Array(archive)) }
            }
            try await lease.end(process, RunnerEnding(code: 0))
            _ = try await home.end(of: id)
        }
        #expect(try String(contentsOfFile: canary, encoding: .utf8) == "untouched")
    }

    @Test func aRunnerThatStopsGivesItsWorkBack() async throws {
        let home = try await RunHome(
            agent: """
                read_prompt; begin
                if [ -f kept.txt ]; then answer "It was there"; else echo kept > kept.txt; say Working; sleep 1000; fi
                """)
        let hub = RunnerHub()
        try await home.working(hub, concurrency: 0) {
            let id = try await home.create("Go")
            try await home.serving(hub) { address in
                let runner = RunnerService(
                    try await home.runnerConfiguration(address, name: "first"), logger: .silent)
                let group = ServiceGroup(
                    configuration: .init(
                        services: [.init(service: runner, successTerminationBehavior: .gracefullyShutdownGroup)],
                        logger: .silent))
                async let ended: Void = group.run()
                try await eventually { try await home.texts(id).contains("Working") }
                await group.triggerGracefulShutdown()
                try await ended
            }
            try await eventually { try await home.detail(id).run?.stage == .queued }
            try await home.withRunner(hub, name: "second") {
                let detail = try await home.end(of: id)
                #expect(detail.session.status == .completed)
                #expect(try await home.texts(id) == ["Go", "Working", "It was there"])
                #expect(detail.run?.changes?.files == 1)
            }
        }
    }
}
