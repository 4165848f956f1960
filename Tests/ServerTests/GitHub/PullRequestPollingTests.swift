import Domain
import GitHub
import HTTPTypes
import TestSupport
import Testing

@testable import Server

/// Asking GitHub again and again, with the pauses in the test's hands.
@Suite(.timeLimit(.minutes(15)))
struct PullRequestPollingTests {
    private static let interval: Duration = .seconds(300)

    @Test func aMergeIsFoundOut() async throws {
        try await PollingWorld.run { world in
            try await world.report(42)
            let polling = try world.polling()
            await world.run(polling, pauses: 1)
            #expect(try await world.status(of: 42) == .open)
            world.gitHub.change(42) { $0.merge(at: world.service.clock.now + .seconds(5)) }
            await world.run(polling, pauses: 1)
            #expect(try await world.status(of: 42) == .merged)
            // A merged pull request is not polled any more.
            await world.run(polling, pauses: 3)
            #expect(world.gitHub.requests.count == 2)
        }
    }

    @Test func whatIsKnownIsSentWithItsTag() async throws {
        try await PollingWorld.run { world in
            try await world.report(42)
            try await world.run(world.polling(), pauses: 3)
            let tags = world.gitHub.requests.map(\.etag)
            #expect(tags.count == 3 && tags[0] == nil && tags[1] != nil && tags[1] == tags[2])
        }
    }

    @Test func theRequestsAreSpreadOverTheInterval() async throws {
        try await PollingWorld.run { world in
            for number in 1...3 { try await world.report(number) }
            try await world.run(world.polling(), pauses: 6)
            #expect(world.pauses == Array(repeating: Self.interval / 3, count: 6))
            let paths = world.gitHub.requests.map { String($0.path.suffix(1)) }
            #expect(paths == ["1", "2", "3", "1", "2", "3"])
        }
    }

    @Test func withNothingToAskItWaits() async throws {
        try await PollingWorld.run { world in
            try await world.run(world.polling(), pauses: 2)
            #expect(world.pauses == [Self.interval, Self.interval] && world.gitHub.requests.isEmpty)
        }
    }

    @Test func anOutageIsWaitedOutAndToldOnce() async throws {
        try await PollingWorld.run { world in
            try await world.report(42)
            for _ in 0..<6 { world.gitHub.plan(.instead(StandInAnswer(503, nil)), to: .get) }
            try await world.run(world.polling(), pauses: 8)
            #expect(
                world.pauses == [2, 4, 8, 12, 12, 12, 1, 1].map { Self.interval * $0 }, "\(world.log)")
            try #require(world.log.count == 2)
            #expect(world.log[0].contains("GitHub can't be reached: it answered 503."))
            #expect(world.log[1].contains("polled again"))
        }
    }

    @Test func aRefusedTokenIsToldWithoutIt() async throws {
        try await PollingWorld.run { world in
            try await world.report(42)
            try await world.run(world.polling(token: "ghp_replaced"), pauses: 2)
            #expect(world.log.count == 1 && world.log[0].contains("refused the token: Bad credentials"))
            #expect(!world.log[0].contains("ghp_replaced"))
        }
    }

    @Test func oneThatFailsDoesNotHoldUpTheOthers() async throws {
        try await PollingWorld.run { world in
            for number in 1...2 { try await world.report(number) }
            world.gitHub.plan(.instead(StandInAnswer(500, nil)), to: .get)
            world.gitHub.change(2) { $0.merge(at: world.service.clock.now + .seconds(5)) }
            try await world.run(world.polling(), pauses: 2)
            #expect(try await world.status(of: 2) == .merged)
        }
    }

    @Test func whatGitHubDoesNotHaveIsLeftAsItIs() async throws {
        try await PollingWorld.run { world in
            try await world.report(42)
            for path in ["acme/elsewhere/pull/1", "acme/web-app/pull/42/files", "acme"] {
                try await world.report(path)
            }
            try await world.run(world.polling(), pauses: 8)
            #expect(world.gitHub.requests.filter { $0.path.contains("elsewhere") }.count == 2)
            #expect(world.gitHub.requests.count == 4 && world.log.isEmpty)
        }
    }

    @Test func aServerThatStopsWaitsForNoPause() async throws {
        try await PollingWorld.run { world in
            var polling = try world.polling()
            let (pauses, pausing) = AsyncStream<Void>.makeStream()
            polling.sleep = { _ in
                pausing.yield()
                try await Task.sleep(for: .seconds(3600))
            }
            let running = Task { [polling] in await polling.run() }
            for await _ in pauses { break }
            running.cancel()
            await running.value
        }
    }
}
