import Domain
import HTTPTypes
import TestSupport
import Testing

/// `/api/organizations/{id}/environments`.
struct EnvironmentTests {
    private static let whole = """
        {"name":" Web app ","isDefault":true,"repoUrl":"https://github.com/acme/web-app.git","baseBranch":"develop",
        "setupScript":"npm ci\\n","variables":{"NODE_ENV":"test","EMPTY":""}}
        """

    @Test func whatIsCreatedIsAnsweredListedAndShown() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let created = try await service.send(
                .post, team.environments, as: team.owner.cookie, body: Self.whole)
            #expect(created.status == 201 && created.json.keys == ["environment"])
            let environment = try #require(created.json["environment"])
            let id = try #require(environment["id"]?.text)
            #expect(id.hasPrefix("env_"))
            #expect(
                environment == [
                    "id": .string(id), "name": "Web app", "isDefault": true,
                    "repoUrl": "https://github.com/acme/web-app", "baseBranch": "develop", "setupScript": "npm ci\n",
                    "variables": ["NODE_ENV": "test", "EMPTY": ""], "secretNames": [],
                    "network": "trusted", "allowedHosts": [], "mcpServers": [:], "repositoryMcp": "ignore",
                    "runnerLabels": [],
                    "createdAt": "2026-02-11T10:00:00.000Z",
                    "updatedAt": "2026-02-11T10:00:00.000Z",
                ])
            let shown = try await service.send(.get, "\(team.environments)/\(id)", as: team.owner.cookie)
            #expect(shown.status == 200 && shown.body == created.body)
            let list = try await service.send(.get, team.environments, as: team.owner.cookie)
            #expect(list.json == ["environments": [environment]])
        }
    }

    @Test func aMemberSeesWhatToChooseByOnly() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let id = try await service.makeEnvironment(in: team, Self.whole)
            let bob = try await service.join(team, "Bob Roy")
            let list = try await service.send(.get, team.environments, as: bob.cookie)
            #expect(list.status == 200)
            #expect(
                list.json["environments"]?[0] == [
                    "id": .string(id), "name": "Web app", "isDefault": true,
                    "repoUrl": "https://github.com/acme/web-app", "baseBranch": "develop",
                ])
            let path = "\(team.environments)/\(id)"
            for (method, path, body) in [
                (HTTPRequest.Method.get, path, nil), (.patch, path, "{}"), (.delete, path, "{}"),
                (.post, team.environments, #"{"name":"x"}"#),
                (.put, "\(path)/secrets/TOKEN", #"{"value":"swordfish"}"#), (.delete, "\(path)/secrets/TOKEN", "{}"),
            ] {
                expectProblem(try await service.send(method, path, as: bob.cookie, body: body), 403)
            }
        }
    }

    @Test func keysAndStrangersAreRefused() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let other = try await service.makeTeam("Other", owner: "Otto Other")
            let id = try await service.makeEnvironment(in: team, Self.whole)
            expectProblem(try await service.send(.get, team.environments, as: other.owner.cookie), 403)
            expectProblem(try await service.send(.get, team.environments), 401)
            #expect([401, 403].contains(try await service.send(.get, team.environments, as: team.key).status))
            // In their own organization's name there is nothing either.
            for (method, body) in [(HTTPRequest.Method.get, nil), (.patch, #"{"name":"x"}"#), (.delete, "{}")] {
                let path = "\(other.environments)/\(id)"
                expectProblem(try await service.send(method, path, as: other.owner.cookie, body: body), 404)
            }
            #expect(try await service.send(.get, team.environments, as: team.owner.cookie).body.contains(id))
        }
    }

    @Test func anEditLeavesWhatItDoesNotName() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let id = try await service.makeEnvironment(in: team, Self.whole)
            func edit(_ body: String) async throws -> JSONValue {
                let answer = try await service.send(
                    .patch, "\(team.environments)/\(id)", as: team.owner.cookie, body: body)
                #expect(answer.status == 200, "\(answer.body)")
                return answer.json["environment"] ?? .null
            }
            let before = try await edit("{}")
            #expect(before["setupScript"] == "npm ci\n")
            let moved = try await edit(#"{"repoUrl":"https://github.com/acme/api","isDefault":false}"#)
            #expect(moved["baseBranch"] == "main" && moved["isDefault"] == false && moved["name"] == "Web app")
            #expect(moved["variables"] == before["variables"])
            let bare = try await edit(#"{"repoUrl":"","setupScript":"","variables":{}}"#)
            #expect(
                bare.keys == [
                    "id", "name", "isDefault", "variables", "secretNames", "network", "allowedHosts", "mcpServers",
                    "repositoryMcp", "runnerLabels", "createdAt", "updatedAt",
                ])
        }
    }

    @Test(arguments: [
        ("{}", "/name"), (#"{"name":" "}"#, "/name"), (#"{"name":"a\nb"}"#, "/name"),
        (#"{"name":"x","isDefault":"true"}"#, "/isDefault"), (#"{"name":"x","repoUrl":"https://a.b/c/d"}"#, "/repoUrl"),
        (#"{"name":"x","baseBranch":"main"}"#, "/baseBranch"),
        (#"{"name":"x","repoUrl":"https://github.com/a/b","baseBranch":".."}"#, "/baseBranch"),
        (#"{"name":"x","setupScript":"a\u0000b"}"#, "/setupScript"), (#"{"name":"x","variables":[]}"#, "/variables"),
        (#"{"name":"x","variables":{"A":1}}"#, "/variables"), (#"{"name":"x","variables":{"1":"a"}}"#, "/variables"),
        (#"{"name":"x","variables":{"LD_PRELOAD":"a"}}"#, "/variables"),
        (#"{"name":"x","variables":{"A":"\u0000"}}"#, "/variables"),
    ])
    func aWrongFieldIsNamed(body: String, pointer: String) async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let answer = try await service.send(.post, team.environments, as: team.owner.cookie, body: body)
            expectProblem(answer, 400, pointers: [pointer])
            let list = try await service.send(.get, team.environments, as: team.owner.cookie)
            #expect(list.json == ["environments": []])
        }
    }

    @Test func theLongestScriptIsTakenAndALongerOneIsNot() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            func create(_ name: String, _ length: Int) async throws -> TestAnswer {
                let script = String(repeating: "é", count: length)
                return try await service.send(
                    .post, team.environments, as: team.owner.cookie,
                    body: #"{"name":"\#(name)","setupScript":"\#(script)"}"#)
            }
            #expect(try await create("a", 100_000).status == 201)
            let refused = try await create("b", 100_001)
            expectProblem(refused, 400, pointers: ["/setupScript"])
            #expect(refused.body.utf8.count < 1000)
        }
    }

    @Test func aNameThatIsTakenIsAConflict() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let id = try await service.makeEnvironment(in: team, #"{"name":"One"}"#)
            _ = try await service.makeEnvironment(in: team, #"{"name":"Two"}"#)
            let path = "\(team.environments)/\(id)"
            for (method, path) in [(HTTPRequest.Method.post, team.environments), (.patch, path)] {
                let answer = try await service.send(method, path, as: team.owner.cookie, body: #"{"name":"Two"}"#)
                expectProblem(answer, 409)
            }
            let other = try await service.makeTeam("Other", owner: "Otto Other")
            _ = try await service.makeEnvironment(in: other, #"{"name":"Two"}"#)
        }
    }

    @Test func aRepeatedCreationHasOneEffect() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let headers: HTTPFields = [try #require(HTTPField.Name("Idempotency-Key")): "one"]
            func create(_ body: String) async throws -> TestAnswer {
                try await service.send(.post, team.environments, as: team.owner.cookie, headers: headers, body: body)
            }
            let first = try await create(Self.whole)
            let again = try await create(Self.whole)
            #expect(again.status == 201 && again.body == first.body)
            expectProblem(try await create(#"{"name":"Other"}"#), 422)
        }
    }

    @Test func whatIsDeletedIsGone() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let path = "\(team.environments)/\(try await service.makeEnvironment(in: team, Self.whole))"
            #expect(try await service.send(.delete, path, as: team.owner.cookie, body: "{}").status == 204)
            for method in [HTTPRequest.Method.delete, .patch] {
                expectProblem(try await service.send(method, path, as: team.owner.cookie, body: "{}"), 404)
            }
            expectProblem(try await service.send(.get, path, as: team.owner.cookie), 404)
        }
    }
}
