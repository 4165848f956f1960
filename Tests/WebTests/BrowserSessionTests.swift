import Domain
import HTTPTypes
import TestSupport
import Testing

struct BrowserSessionTests {
    @Test func aPersonSeesTheirOwnBrowsersLastUsedFirst() async throws {
        try await TestService.run(browserLimits: .standard) { service in
            let team = try await service.makeTeam()
            _ = try await service.join(team, "Bob")
            service.clock.advance(by: .seconds(60))
            let second = try await service.signIn(team.owner)
            let answer = try await service.send(.get, "/api/me/browser-sessions", as: second)
            #expect(answer.status == 200)
            let browsers = answer.json["browserSessions"]?.elements ?? []
            #expect(browsers.map { $0["current"] } == [true, false])
            #expect(browsers[0]["createdAt"] == "2026-02-11T10:01:00.000Z")
            #expect(browsers[0]["lastUsedAt"] == "2026-02-11T10:01:00.000Z")
            #expect(browsers[0]["expiresAt"] == "2026-02-18T10:01:00.000Z")
            #expect(browsers[0].keys == ["id", "createdAt", "lastUsedAt", "expiresAt", "current"])
            #expect(!answer.body.contains("lsb_"))
            service.clock.advance(by: BrowserSessionLimits.standard.idle - .seconds(30))
            let later = try await service.send(.get, "/api/me/browser-sessions", as: second)
            #expect(later.json["browserSessions"]?.elements.map { $0["lastUsedAt"] } == ["2026-02-18T10:00:30.000Z"])
        }
    }

    @Test func aBrowserIsSignedOutByItsPersonOnly() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let bob = try await service.join(team, "Bob")
            let other = try await service.signIn(team.owner)
            let browsers =
                try await service.send(.get, "/api/me/browser-sessions", as: team.owner.cookie)
                .json["browserSessions"]?.elements ?? []
            let id = try #require(browsers.first { $0["current"] == false }?["id"]?.text)
            let path = "/api/me/browser-sessions/\(id)"
            #expect(try await service.send(.delete, path, as: bob.cookie, body: "{}").status == 404)
            #expect(try await service.send(.get, "/api/me", as: other).status == 200)
            #expect(try await service.send(.delete, path, as: team.owner.cookie, body: "{}").status == 204)
            #expect(try await service.send(.get, "/api/me", as: other).status == 401)
            #expect(try await service.send(.delete, path, as: team.owner.cookie, body: "{}").status == 404)
            #expect(try await service.send(.get, "/api/me", as: team.owner.cookie).status == 200)
        }
    }
}
