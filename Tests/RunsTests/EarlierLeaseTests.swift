import Domain
import Foundation
import RunnerLink
import Sandbox
import Storage
import TestSupport
import Testing

@testable import Runs

/// A lease that is over leaves the files of its run's next lease alone.
@Suite(.timeLimit(.minutes(15)))
struct EarlierLeaseTests {
    private func files(_ path: String) -> [String] {
        (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    }

    @Test func eachLeaseRemovesItsOwnArchives() async throws {
        let directory = try TemporaryDirectory()
        let run = RunDirectory(path: directory.path + "/run")
        try PrivateDirectory.create(at: run.path)
        let (earlier, next) = (
            RunnerArchives(of: run, lease: "earlier", sandbox: Sandbox(.none)),
            RunnerArchives(of: run, lease: "next", sandbox: Sandbox(.none))
        )
        for archives in [earlier, next] { try await archives.receive(.workspace) { try await $0([1]) } }
        try await earlier.remove()
        #expect(files(run.path) == ["lease-next"])
        #expect(files(run.path + "/lease-next").count == 1)
        // As after a server that was killed.
        try await earlier.receive(.home) { try await $0([1]) }
        try await next.removeEarlier()
        #expect(files(run.path) == ["lease-next"])
        #expect(files(run.path + "/lease-next").count == 1)
    }

    /// A runner loses its access while it returns files, and goes on when the next one is at work.
    @Test func filesThatArriveLateChangeNothing() async throws {
        let home = try await RunHome(agent: "")
        let hub = RunnerHub()
        try await home.working(hub, concurrency: 0) {
            let id = try await home.create("Go")
            let lateToken = try await home.makeToken("Late").token
            let (late, _) = try await HandRunner(hub: hub, token: lateToken).start()
            let directory = "\(home.configuration.directory)/\(id)"
            let lateLease = try #require(late as? RunnerLease)
            let place = "\(directory)/lease-\(lateLease.id)"
            let (pieces, send) = AsyncStream.makeStream(of: [UInt8].self)
            async let isRefused = isLeaseOver {
                try await late.store(.workspace) { write in
                    for await piece in pieces { try await write(piece) }
                }
            }
            send.yield([1])
            try await eventually { files(place).contains { $0.hasPrefix("from-runner") } }
            try await home.store.runners.revoke(lateToken.id, of: nil, at: home.clock.now)
            let runner = HandRunner(hub: hub, token: try await home.makeToken("Next").token)
            let (next, process) = try await runner.start()
            let archives = try [RunnerFiles.workspace, .home].map { ($0, try next.archive(of: $0)) }
            let sent = archives.map { FileManager.default.contents(atPath: $0.1) }
            send.yield([2])
            send.finish()
            #expect(try await isRefused)
            try await eventually { !files(directory).contains { "\(directory)/\($0)" == place } }
            #expect(archives.map { FileManager.default.contents(atPath: $0.1) } == sent)

            _ = try await next.append(HandRunner.lines(answer: "Done"), at: 0, to: process)
            let orders = try await runner.orders(of: next) { if case .checkpoint = $0 { true } else { false } }
            for ((files, _), archive) in zip(archives, sent) {
                let bytes = Array(try #require(archive))
                try await next.store(files) { try await $0(bytes) }
            }
            for case .checkpoint(let number) in orders.map(\.action) { try await next.finishCheckpoint(number) }
            try await eventually { try await home.texts(id).last == "Done" }
            try await next.end(process, RunnerEnding(code: 0))
            let detail = try await home.end(of: id)
            #expect(detail.session.status == .completed)
            #expect(!files(directory).contains { $0.hasPrefix("lease-") })
        }
    }
}
