import Domain
import GRDB
import HTTPTypes
import Storage
import TestSupport
import Testing

@testable import Server

struct SearchIndexRebuildTests {
    @Test func anIndexOfAnotherFoldingIsBuiltAnewWhileTheServerRuns() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            _ = try await service.createSession(in: team, "Straße")
            let path = service.store.directory.databasePath
            try await DatabaseQueue(path: path).write { db in
                try db.execute(sql: "UPDATE search_state SET version = -1")
                try db.execute(sql: "UPDATE message_search SET words = 'old'")
            }
            let rebuild = Task {
                await SearchIndexRebuild(sessions: service.store.sessions, logger: .silent, pauseBetweenParts: .zero)
                    .run()
            }
            defer { rebuild.cancel() }
            try await eventually { try await service.store.sessions.isSearchIndexComplete() }
            let answer = try await service.send(.get, "/api/sessions?q=strasse", as: team.key)
            #expect(answer.json["sessions"]?.elements.count == 1)
            rebuild.cancel()
            await rebuild.value
        }
    }
}
