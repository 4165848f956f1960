import Domain
import Storage
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(15)))
struct EventResetTests {
    /// A team whose log has the entries 1–6, of which the first are pruned away.
    private func run(pruning count: Int, _ test: @Sendable (TestService, Team) async throws -> Void) async throws {
        try await TestService.runLive { service in
            let team = try await service.makeTeam()
            for _ in 0..<2 { _ = try await service.createSession(in: team) }
            let retention = EventRetention(age: .seconds(3600), count: 6 - count)
            while try await service.store.events.prune(keeping: retention, at: service.clock.now, limit: 2) {}
            try await test(service, team)
        }
    }

    private let reset = ReceivedEvent(id: 6, type: "reset", data: [:])

    @Test func whoComesBackInTimeMissesNothing() async throws {
        try await run(pruning: 3) { service, team in
            var stream = try await service.follow("/api/events", as: team.key, lastEventID: "3")
            #expect(try await stream.next(3).map(\.id) == [4, 5, 6])
        }
    }

    @Test(arguments: [0, 2, 7, 1_000_000])
    func whoseePositionIsNotInTheLogStartsAnew(position: Int) async throws {
        try await run(pruning: 3) { service, team in
            var stream = try await service.follow("/api/events?after=\(position)", as: team.key)
            #expect(try await stream.next() == reset)
            _ = try await service.createSession(in: team)
            #expect(try await stream.next(3).map(\.id) == [7, 8, 9])
        }
    }

    @Test func anEmptiedLogStillKnowsWhatIsMissing() async throws {
        try await run(pruning: 6) { service, team in
            #expect(try await service.store.events.position() == 6)
            var old = try await service.follow("/api/events?after=5", as: team.key)
            #expect(try await old.next() == reset)
            var current = try await service.follow("/api/events?after=6", as: team.key)
            _ = try await service.createSession(in: team)
            #expect(try await current.next(3).map(\.id) == [7, 8, 9])
        }
    }

    @Test func whatIsOldGoesAndWhatFollowsItStays() async throws {
        try await TestService.runLive { service in
            let team = try await service.makeTeam()
            _ = try await service.createSession(in: team)
            service.clock.advance(by: .seconds(60))
            _ = try await service.createSession(in: team)
            // The clock is put back: an entry that is younger by its time follows on one that isn't.
            service.clock.advance(by: .seconds(-60))
            _ = try await service.createSession(in: team)
            let retention = EventRetention(age: .seconds(30), count: 100)
            service.clock.advance(by: .seconds(31))
            let hasMore = try await service.store.events.prune(keeping: retention, at: service.clock.now)
            #expect(!hasMore)
            var stream = try await service.follow("/api/events?after=3", as: team.key)
            #expect(try await stream.next(6).map(\.id) == [4, 5, 6, 7, 8, 9])
        }
    }
}
