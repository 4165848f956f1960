import Domain
import HTTPTypes
import TestSupport
import Testing
import Web

/// `/api/organizations/{id}/api-keys`.
struct APIKeyTests {
    private static func path(_ team: Team) -> String { "/api/organizations/\(team.id)/api-keys" }

    private static func create(_ service: TestService, _ team: Team, _ body: String) async throws -> TestAnswer {
        try await service.send(.post, path(team), as: team.owner.cookie, body: body)
    }

    /// A key as the list shows it.
    private static func listed(_ service: TestService, _ team: Team, _ id: String) async throws -> JSONValue? {
        let list = try await service.send(.get, path(team), as: team.owner.cookie)
        return list.json["apiKeys"]?.elements.first { $0["id"]?.text == id }
    }

    @Test func aNewKeyIsShownOnceAndWorks() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let id = try await service.createSession(in: team)
            let answer = try await Self.create(
                service, team, #"{"name":" Build server ","expiresAt":"2026-03-01T00:00:00Z"}"#)
            #expect(answer.status == 201)
            let key = try #require(answer.json["apiKey"])
            #expect(answer.json.keys == ["apiKey"])
            #expect(key.keys == ["id", "name", "createdAt", "expiresAt", "key"])
            #expect(key["name"] == "Build server")
            #expect(key["createdAt"] == "2026-02-11T10:00:00.000Z")
            #expect(key["expiresAt"] == "2026-03-01T00:00:00.000Z")
            let text = try #require(key["key"]?.text)
            #expect(text.wholeMatch(of: /lsk_[0-9a-z]{55}/) != nil)
            #expect(try await service.send(.get, "/api/sessions/\(id)", as: .key(text)).status == 200)
            expectProblem(try await service.send(.get, "/api/sessions/\(id)", as: .key(text).forged), 401)
        }
    }

    @Test func theListHasEveryKeyNewestFirstAndNoSecret() async throws {
        try await TestService.run { service in
            let (team, other) = (try await service.makeTeam(), try await service.makeTeam("Other"))
            service.clock.advance(by: .seconds(1))
            let created = try await Self.create(service, team, #"{"name":"Second"}"#)
            let list = try await service.send(.get, Self.path(team), as: team.owner.cookie)
            #expect(list.status == 200)
            #expect(list.json.keys == ["apiKeys"])
            #expect(list.json["apiKeys"]?.elements.map { $0["name"] } == ["Second", "test"])
            #expect(list.json["apiKeys"]?[0]?.keys == ["id", "name", "createdAt"])
            let secrets = [created.json["apiKey"]?["key"]?.text, team.keyText, other.keyText].compactMap { $0 }
            for secret in secrets {
                // The id is the key's public part; the rest is what must not be there.
                #expect(!list.body.contains(secret.suffix(39)))
            }
            #expect(!list.body.contains(other.keyID.rawValue))
        }
    }

    @Test func revokingEndsAccessAtOnceAndTwiceChangesNothing() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let key = try await Self.create(service, team, #"{"name":"Second"}"#).json["apiKey"]
            let (id, text) = (try #require(key?["id"]?.text), try #require(key?["key"]?.text))
            #expect(try await service.send(.get, "/api/sessions", as: .key(text)).status == 200)
            for _ in 0..<2 {
                let answer = try await service.send(
                    .delete, "\(Self.path(team))/\(id)", as: team.owner.cookie, headers: [.testFetchSite: "same-origin"]
                )
                #expect(answer.status == 204)
                #expect(answer.body.isEmpty)
                expectProblem(try await service.send(.get, "/api/sessions", as: .key(text)), 401)
                #expect(try await Self.listed(service, team, id)?["revokedAt"] == "2026-02-11T10:00:00.000Z")
                service.clock.advance(by: .seconds(60))
            }
            #expect(try await service.send(.get, "/api/sessions", as: team.key).status == 200)
        }
    }

    @Test func onlyTheOrganizationsOwnKeysCanBeRevoked() async throws {
        try await TestService.run { service in
            let (team, other) = (try await service.makeTeam(), try await service.makeTeam("Other"))
            let headers: HTTPFields = [.testFetchSite: "same-origin"]
            for id in [other.keyID.rawValue, "key_unknown", team.keyID.rawValue + "x", "%00"] {
                let answer = try await service.send(
                    .delete, "\(Self.path(team))/\(id)", as: team.owner.cookie, headers: headers)
                expectProblem(answer, 404)
            }
            let foreign = try await service.send(
                .delete, "\(Self.path(other))/\(other.keyID)", as: team.owner.cookie, headers: headers)
            expectProblem(foreign, 403)
            #expect(try await service.send(.get, "/api/sessions", as: other.key).status == 200)
        }
    }

    @Test func theLastUseIsRecordedAtMostOnceAMinute() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let id = team.keyID.rawValue
            #expect(try await Self.listed(service, team, id)?["lastUsedAt"] == nil)
            // Nor does a refused request count as a use.
            expectProblem(try await service.send(.get, "/api/sessions", as: team.key.forged), 401)
            #expect(try await Self.listed(service, team, id)?["lastUsedAt"] == nil)

            let uses: [(Duration, String)] = [
                (.zero, "2026-02-11T10:00:00.000Z"), (.milliseconds(59_999), "2026-02-11T10:00:00.000Z"),
                (.milliseconds(1), "2026-02-11T10:01:00.000Z"), (.seconds(30), "2026-02-11T10:01:00.000Z"),
                (.seconds(3600), "2026-02-11T11:01:30.000Z"),
            ]
            for (pause, recorded) in uses {
                service.clock.advance(by: pause)
                #expect(try await service.send(.get, "/api/sessions", as: team.key).status == 200)
                #expect(try await Self.listed(service, team, id)?["lastUsedAt"]?.text == recorded)
            }
        }
    }

    @Test(arguments: ["2026-02-11T10:00:00.000Z", "2026-02-11T09:59:59.999Z", "1970-01-01T00:00:00Z"])
    func anExpiryMustBeInTheFuture(_ time: String) async throws {
        try await RefusalWorld.run { world in
            world.service.clock.advance(by: .seconds(-1))
            let answer = try await world.send(#"{"name":"Late","expiresAt":"\#(time)"}"#, to: .createAPIKey)
            expectProblem(answer, 400, pointers: ["/expiresAt"])
            #expect(answer.json["detail"] == "`expiresAt` must be in the future.")
        }
    }

    @Test func aMemberNeitherSeesMakesNorRevokesKeys() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let member = try await service.join(team, "Mia Member")
            let path = Self.path(team)
            for (method, path) in [(.get, path), (.post, path), (.delete, "\(path)/\(team.keyID)")]
                as [(HTTPRequest.Method, String)]
            {
                let answer = try await service.send(method, path, as: member.cookie, body: #"{"name":"x"}"#)
                expectProblem(answer, 403)
                #expect(answer.json["detail"] == "Only an owner of the organization may do this.")
                #expect(!answer.body.contains(team.keyID.rawValue))
            }
            #expect(try await service.send(.get, "/api/sessions", as: team.key).status == 200)
        }
    }
}
