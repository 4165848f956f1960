import Foundation
import GRDB
import HTTPTypes
import Storage
import TestSupport
import Testing

struct HealthTests {
    @Test func aDatabaseThatDoesNotAnswerIsTold() async throws {
        try await TestService.run { service in
            #expect(try await service.send(.get, "/readyz").status == 200)
            let database = try DatabaseQueue(path: service.directory.dataDirectory.databasePath)
            try await database.write { try $0.execute(sql: "ALTER TABLE organizations RENAME TO gone") }
            let answer = try await service.send(.get, "/readyz")
            #expect(answer.status == 503)
            #expect(answer.headers[.contentType] == "application/problem+json")
            #expect(!answer.body.contains("organizations"))
            #expect(try await service.send(.get, "/livez").status == 200)
        }
    }

    @Test func aDatabaseThatIsGoneIsToldWithItsPath() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let id = try await service.createSession(in: team)
            let path = service.directory.dataDirectory.databasePath
            try FileManager.default.moveItem(atPath: path, toPath: path + ".aside")
            let answer = try await service.send(.get, "/readyz")
            #expect(answer.status == 503)
            #expect(answer.headers[.retryAfter] != nil)
            #expect(answer.body.contains("\(path) was deleted"))
            let refused = try await service.send(.post, "/api/sessions/\(id)/archive", as: team.key)
            #expect(refused.status == 503)
            #expect(refused.headers[.retryAfter] != nil)
            #expect(try await service.send(.get, "/livez").status == 200)
        }
    }
}
