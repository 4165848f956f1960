import Domain
import HTTPTypes
import TestSupport
import Testing

struct ArchiveSessionTests {
    private let json: HTTPFields = [.contentType: "application/json"]

    @Test func stoppingEndsAnActiveSessionOnly() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let id = try await service.createSession(in: team)
            let stopped = try await service.send(
                .post, "/api/sessions/\(id)/stop", as: team.owner.cookie, headers: json)
            #expect(stopped.json["session"]?["status"] == "failed")
            #expect(stopped.json["session"]?["error"] == "Stopped by Alice Chen.")
            service.clock.advance(by: .seconds(5))
            let again = try await service.send(.post, "/api/sessions/\(id)/stop", as: team.key)
            #expect(again.json == stopped.json)
        }
    }

    @Test func archivingTwiceIsArchivingOnce() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let id = try await service.createSession(in: team)
            let first = try await service.send(.post, "/api/sessions/\(id)/archive", as: team.key)
            service.clock.advance(by: .seconds(5))
            #expect(try await service.send(.post, "/api/sessions/\(id)/archive", as: team.key).json == first.json)
        }
    }

    @Test func theAuthorAndOwnersDelete() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let bob = try await service.join(team, "Bob")
            let carol = try await service.join(team, "Carol")
            let first = try await service.createSession(in: team, by: bob)
            let second = try await service.createSession(in: team, by: bob)
            for (credential, status) in [(carol.cookie, 403), (team.key, 403), (bob.cookie, 204), (bob.cookie, 404)] {
                let answer = try await service.send(.delete, "/api/sessions/\(first)", as: credential, headers: json)
                #expect(answer.status == status)
            }
            let answer = try await service.send(
                .delete, "/api/sessions/\(second)", as: team.owner.cookie, headers: json)
            #expect(answer.status == 204)
            let list = try await service.send(.get, "/api/sessions", as: team.key)
            #expect(list.json["sessions"] == [])
        }
    }

    @Test func deletedSessionsDoNotCountArchivedOnesDo() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let id = try await service.createSession(in: team)
            _ = try await service.send(
                .put, "/api/sessions/\(id)/pull-request", as: team.key,
                body: #"{"number": 1, "url": "https://github.com/a/b/pull/1", "status": "merged"}"#)
            _ = try await service.send(.post, "/api/sessions/\(id)/archive", as: team.key)
            let one: JSONValue = [
                "mergesPastWeek": 1, "authorsPastWeek": 1, "humansPastWeek": 1, "humansPromptingNow": 1,
            ]
            #expect(try await service.send(.get, "/api/sessions", as: team.key).json["stats"] == one)
            _ = try await service.send(.delete, "/api/sessions/\(id)", as: team.owner.cookie, headers: json)
            let none: JSONValue = [
                "mergesPastWeek": 0, "authorsPastWeek": 0, "humansPastWeek": 0, "humansPromptingNow": 0,
            ]
            #expect(try await service.send(.get, "/api/sessions", as: team.key).json["stats"] == none)
        }
    }
}
