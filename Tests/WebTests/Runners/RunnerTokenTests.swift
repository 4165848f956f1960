import Domain
import HTTPTypes
import Storage
import TestSupport
import Testing
import Web

/// `/api/organizations/{id}/runner-tokens`.
struct RunnerTokenTests {
    private static func path(_ team: Team) -> String { "/api/organizations/\(team.id)/runner-tokens" }

    private static func create(_ service: TestService, _ team: Team, _ body: String) async throws -> TestAnswer {
        try await service.send(.post, path(team), as: team.owner.cookie, body: body)
    }

    private static func list(_ service: TestService, _ team: Team) async throws -> TestAnswer {
        try await service.send(.get, path(team), as: team.owner.cookie)
    }

    @Test func aNewTokenIsShownOnceAndOpensNoRouteOfTheAPI() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let answer = try await Self.create(service, team, #"{"name":" Rack 1 ","labels":["GPU","arm64","gpu"]}"#)
            #expect(answer.status == 201 && answer.json.keys == ["runnerToken"])
            let token = try #require(answer.json["runnerToken"])
            #expect(token.keys == ["id", "name", "labels", "createdAt", "token"])
            #expect(token["name"] == "Rack 1" && token["labels"] == ["arm64", "gpu"])
            let (id, text) = (try #require(token["id"]?.text), try #require(token["token"]?.text))
            #expect(text.wholeMatch(of: /lsr_[0-9a-z]{55}/) != nil)
            let secret = try #require(SecretToken(.runner, presented: text))
            #expect(id == secret.runnerTokenID.rawValue)
            let stored = try #require(try await service.store.runners.find(secret.runnerTokenID))
            #expect(stored.digest.matches(secret.digest))
            expectProblem(try await service.send(.get, "/api/sessions", as: .key(text)), 401)

            let list = try await Self.list(service, team)
            #expect(list.json["runnerTokens"]?[0]?.keys == ["id", "name", "labels", "createdAt", "sessions"])
            #expect(list.json["runnerTokens"]?[0]?["sessions"] == [] && !list.body.contains(text.suffix(39)))
        }
    }

    @Test func theListHasTheLastUseAndNobodyElsesTokens() async throws {
        try await TestService.run { service in
            let (team, other) = (try await service.makeTeam(), try await service.makeTeam("Other"))
            _ = try await Self.create(service, other, #"{"name":"Theirs"}"#)
            let servers = RunnerToken(
                id: .random(), organizationID: nil, name: "Server's", labels: .none, createdAt: service.clock.now)
            _ = try await service.store.runners.create(servers, digest: SecretToken(.runner).digest, once: nil)
            let made = try await Self.create(service, team, #"{"name":"Ours"}"#)
            let id = RunnerTokenID(rawValue: try #require(made.json["runnerToken"]?["id"]?.text))
            try await service.store.runners.recordUse(of: id, version: "0.2.0", at: service.clock.now)
            let list = try await Self.list(service, team)
            #expect(list.json["runnerTokens"]?.elements.map { $0["name"] } == ["Ours"])
            #expect(list.json["runnerTokens"]?[0]?["lastUsedAt"] == "2026-02-11T10:00:00.000Z")
            #expect(list.json["runnerTokens"]?[0]?["lastVersion"] == "0.2.0")
        }
    }

    @Test func aRevokedTokenStaysInTheList() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let other = try await service.makeTeam("Other", owner: "Otto Other")
            let made = try await Self.create(service, team, #"{"name":"Ours"}"#)
            let id = try #require(made.json["runnerToken"]?["id"]?.text)
            let revoke = "\(Self.path(team))/\(id)"
            let headers: HTTPFields = [.testFetchSite: "same-origin"]
            let stranger = try await service.send(
                .delete, "\(Self.path(other))/\(id)", as: other.owner.cookie, headers: headers)
            expectProblem(stranger, 404)
            for _ in 0..<2 {
                let answer = try await service.send(.delete, revoke, as: team.owner.cookie, headers: headers)
                #expect(answer.status == 204)
                let listed = try await Self.list(service, team).json["runnerTokens"]?[0]
                #expect(listed?["revokedAt"] == "2026-02-11T10:00:00.000Z")
                service.clock.advance(by: .seconds(1))
            }
        }
    }

    @Test(arguments: [
        ("{}", "/name"), (#"{"name":" "}"#, "/name"), (#"{"name":"a","labels":"gpu"}"#, "/labels"),
        (#"{"name":"a","labels":["two words"]}"#, "/labels"), (#"{"name":"a","labels":[1]}"#, "/labels"),
    ])
    func aWrongFieldIsNamed(body: String, pointer: String) async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let answer = try await Self.create(service, team, body)
            expectProblem(answer, 400, pointers: [pointer])
            #expect(try await Self.list(service, team).json["runnerTokens"] == [])
        }
    }

    @Test func anEnvironmentAsksForLabels() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let id = try await service.makeEnvironment(in: team, #"{"name":"a","runnerLabels":["gpu","ARM64"]}"#)
            let path = "\(team.path)/environments/\(id)"
            let renamed = try await service.send(.patch, path, as: team.owner.cookie, body: #"{"name":"b"}"#)
            #expect(renamed.json["environment"]?["runnerLabels"] == ["arm64", "gpu"])
            let bad = try await service.send(.patch, path, as: team.owner.cookie, body: #"{"runnerLabels":[""]}"#)
            expectProblem(bad, 400, pointers: ["/runnerLabels"])
            let none = try await service.send(.patch, path, as: team.owner.cookie, body: #"{"runnerLabels":[]}"#)
            #expect(none.json["environment"]?["runnerLabels"] == [])
        }
    }
}
