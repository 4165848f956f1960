import Domain
import GRDB
import Storage
import TestSupport
import Testing

@testable import Server

struct DeletedSessionRemovalTests {
    /// One was deleted before the service began, as before a restart, and one is deleted meanwhile.
    @Test func whatIsLeftOfDeletedSessionsGoesWhileTheServerRuns() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            try await delete(of: team, in: service)
            #expect(try left(in: service) > 0)
            let removal = Task {
                await DeletedSessionRemoval(
                    sessions: service.store.sessions, clock: service.clock.clock, logger: .silent
                ).run()
            }
            defer { removal.cancel() }
            try await eventually { try left(in: service) == 0 }
            try await delete(of: team, in: service)
            try await eventually { try left(in: service) == 0 }
        }
    }

    private func delete(of team: Team, in service: TestService) async throws {
        let id = SessionID(rawValue: try await service.createSession(in: team))
        let (sessions, organization, user) = (service.store.sessions, team.organization.id, team.owner.user.id)
        for _ in 0..<3 {
            _ = try await sessions.followUp(
                "Go on", in: id, of: organization, by: user, at: service.clock.now, once: nil)
        }
        try await sessions.delete(
            id, of: organization, by: user, as: .owner, at: service.clock.now,
            limits: DeletionLimits(lines: 1, time: .seconds(60)))
    }

    /// How many lines of deleted sessions there are.
    private func left(in service: TestService) throws -> Int {
        let sql = "SELECT count(*) FROM messages WHERE session_number NOT IN (SELECT number FROM sessions)"
        return try DatabaseQueue(path: service.store.directory.databasePath).read { db in
            try Int.fetchOne(db, sql: sql) ?? 0
        }
    }
}
