import Domain
import GRDB
import HTTPTypes
import Storage
import TestSupport
import Testing

@testable import Server

struct BrowserSessionRemovalTests {
    @Test(arguments: [
        BrowserSessionLimits(idle: .seconds(86_400), maximum: .seconds(10 * 86_400)),
        BrowserSessionLimits(idle: .seconds(10 * 86_400), maximum: .seconds(86_400)),
    ])
    func expiredSignInsGoByThemselves(limits: BrowserSessionLimits) async throws {
        try await TestService.run(browserLimits: limits) { service in
            let owner = try await service.makeTeam().owner
            _ = try await service.signIn(owner)
            service.clock.advance(by: .seconds(86_400))
            let latest = try await service.signIn(owner)
            #expect(try count(in: service) == 3)
            let removal = Task {
                await BrowserSessionRemoval(
                    browserSessions: service.store.browserSessions, clock: service.clock.clock, logger: .silent,
                    interval: .milliseconds(10)
                ).run()
            }
            defer { removal.cancel() }
            try await eventually { try count(in: service) == 1 }
            #expect(try await service.send(.get, "/api/me", as: latest).status == 200)
            service.clock.advance(by: .seconds(86_400))
            try await eventually { try count(in: service) == 0 }
        }
    }

    private func count(in service: TestService) throws -> Int {
        try DatabaseQueue(path: service.store.directory.databasePath).read { db in
            try Int.fetchOne(db, sql: "SELECT count(*) FROM browser_sessions") ?? 0
        }
    }
}
