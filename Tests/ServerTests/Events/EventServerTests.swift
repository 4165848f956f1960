import Domain
import Storage
import Synchronization
import TestSupport
import Testing

@testable import Server

@Suite(.timeLimit(.minutes(15)))
struct EventServerTests {
    @Test func theAdministratorsCommandsEndStreamsToo() async throws {
        let home = try await SessionHome(sessions: 1)
        try await RunningServer.run(in: home.directory) { server in
            var stream = try await EventConnection("\(server.address)/api/events", as: home.key)
            try await stream.begin()
            for key in try await server.administrator.perform(ListKeys(organization: nil)) {
                _ = try await server.administrator.perform(RevokeKey(organization: nil, id: key.id))
            }
            #expect(try await stream.next() == nil)
        }
    }

    @Test func aServerThatStopsWaitsForNoStream() async throws {
        let home = try await SessionHome(sessions: 1)
        let clients = Mutex<[Task<Int, any Error>]>([])
        try await RunningServer.run(in: home.directory) { server in
            let (opened, open) = AsyncStream.makeStream(of: Void.self)
            for reads in [true, false] {
                let client = Task {
                    var stream = try await EventConnection("\(server.address)/api/events", as: home.key)
                    try await stream.begin()
                    open.yield()
                    while !reads { try await Task.sleep(for: .seconds(60)) }
                    return try await stream.rest().count
                }
                clients.withLock { $0.append(client) }
            }
            for await _ in opened.prefix(2) {}
            // More than the system keeps for a client that doesn't read.
            let line = #"{"type":"assistant","text":"\#(String(repeating: "x", count: 1_000_000))"}"#
            for _ in 0..<8 { try await server.report([line], to: home.sessions[0].rawValue, as: home.key) }
        }
        // The stream ended normally, without an interruption.
        let clientsThen = clients.withLock { $0 }
        #expect(try await clientsThen[0].value <= 16)
        clientsThen[1].cancel()
    }

    @Test func theLogIsPrunedWhileTheServerRuns() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            _ = try await service.createSession(in: team)
            let events = service.store.events
            let scope = EventScope(organization: team.organization.id, session: nil)
            #expect(try await !events.start(after: 0, of: scope).isReset)
            service.clock.advance(by: EventRetention.standard.age + .seconds(1))
            let pruning = Task {
                await EventPruning(events: events, clock: service.clock.clock, logger: .silent).run()
            }
            defer { pruning.cancel() }
            try await eventually { try await events.start(after: 0, of: scope).isReset }
        }
    }
}
