import Domain
import NIOCore
import TestSupport
import Testing
import Web

@Suite(.timeLimit(.minutes(15)))
struct EventConnectionTests {
    @Test func aSilentStreamSaysThatItLives() async throws {
        var timing = EventTiming()
        timing.keepAlive = .milliseconds(30)
        timing.tick = .milliseconds(10)
        try await TestService.runLive(timing) { service in
            let team = try await service.makeTeam()
            var stream = try await service.follow("/api/events", as: team.key)
            let before = stream.comments
            while stream.comments < before + 3 {
                let goesOn = try await stream.readOn()
                #expect(goesOn)
            }
        }
    }

    @Test func aClientThatGoesAwayIsForgotten() async throws {
        try await TestService.runLive { service in
            let team = try await service.makeTeam()
            let feed = service.services.eventFeed
            var streams: [EventConnection] = []
            for _ in 0..<5 { streams.append(try await service.follow("/api/events", as: team.key)) }
            #expect(feed.streamCount == 5)
            streams.removeLast(2)
            try await eventually { feed.streamCount == 3 }
            streams = []
            try await eventually { feed.streamCount == 0 }
        }
    }

    @Test func aClientThatDoesNotReadIsCutOff() async throws {
        var timing = EventTiming()
        timing.writeLimit = .seconds(2)
        timing.tick = .milliseconds(20)
        try await TestService.runLive(timing) { service in
            let team = try await service.makeTeam()
            let id = try await service.createSession(in: team)
            var idle = try await service.follow("/api/events", as: team.key)
            let text = String(repeating: "x", count: 1_000_000)
            let line = #"{"type":"assistant","message":{"content":[{"type":"text","text":"\#(text)"}]}}"#
            let feed = service.services.eventFeed
            // The system's buffers take several megabytes.
            while feed.streamCount == 1 { try await service.report(line, to: id, of: team) }
            await #expect(throws: (any Error).self) { while try await idle.next() != nil {} }
            var back = try await service.follow("/api/events", as: team.key, lastEventID: idle.lastEventID)
            #expect(try await back.next()?.id == Int(idle.lastEventID).map { $0 + 1 })
        }
    }

    @Test func allStreamsEndWhenTheServiceStops() async throws {
        try await TestService.runLive { service in
            let team = try await service.makeTeam()
            var stream = try await service.follow("/api/events", as: team.key)
            // Another request on this connection could meet its end.
            #expect(stream.headers["connection"] == "close")
            service.services.eventFeed.shutDown()
            #expect(try await stream.next() == nil)
            var late = try await service.follow("/api/events", as: team.key)
            #expect(try await late.next() == nil)
        }
    }
}
