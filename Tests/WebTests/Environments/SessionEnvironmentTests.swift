import Domain
import HTTPTypes
import TestSupport
import Testing

/// The environment that a session gets.
struct SessionEnvironmentTests {
    private func create(
        _ fields: String, in team: Team, _ service: TestService
    ) async throws -> (answer: TestAnswer, environment: JSONValue?) {
        let answer = try await service.send(
            .post, "/api/sessions", as: team.owner.cookie, body: #"{"organizationId":"\#(team.id)"\#(fields)}"#)
        let id = answer.json["session"]?["id"]?.text ?? ""
        return (answer, try await service.session(id, of: team)["environment"])
    }

    @Test func oneIsChosenByItsId() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let id = try await service.makeEnvironment(
                in: team, #"{"name":"Web","repoUrl":"https://github.com/acme/web-app","baseBranch":"develop"}"#)
            let (answer, environment) = try await create(#","environmentId":"\#(id)""#, in: team, service)
            #expect(answer.status == 201)
            #expect(environment == ["id": .string(id), "name": "Web"])
            #expect(answer.json["session"]?["metadata"] == ["repository": "acme/web-app"])
            #expect(answer.json["session"]?["environment"] == nil)
            let list = try await service.send(.get, "/api/sessions", as: team.key)
            #expect(!list.body.contains(id))
            let session = try #require(answer.json["session"]?["id"]?.text)
            let page = try await service.visit("/organizations/\(team.id)/sessions/\(session)", as: team.owner.cookie)
            #expect(page.body.contains("<dt>Environment</dt><dd>Web</dd>"))
        }
    }

    @Test func withoutOneItIsTheRepositorysOrTheDefaultOrNone() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            #expect(try await create("", in: team, service).environment == nil)
            _ = try await service.makeEnvironment(in: team, #"{"name":"Any","isDefault":true}"#)
            _ = try await service.makeEnvironment(
                in: team, #"{"name":"Web","repoUrl":"https://github.com/acme/web-app"}"#)
            func name(_ fields: String) async throws -> JSONValue? {
                try await create(fields, in: team, service).environment?["name"]
            }
            #expect(try await name("") == "Any")
            #expect(try await name(#","repoUrl":"https://github.com/acme/other""#) == "Any")
            #expect(try await name(#","repoUrl":"https://github.com/Acme/web-app""#) == "Web")
        }
    }

    @Test func anotherOrganizationsIsRefused() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let other = try await service.makeTeam("Other", owner: "Otto Other")
            let foreign = try await service.makeEnvironment(in: other, #"{"name":"Theirs","isDefault":true}"#)
            for id in [foreign, "env_unknown"] {
                let (answer, _) = try await create(#","environmentId":"\#(id)""#, in: team, service)
                expectProblem(answer, 400, pointers: ["/environmentId"])
            }
            let list = try await service.send(.get, "/api/sessions", as: team.key)
            #expect(list.json["sessions"] == [])
            #expect(try await create("", in: team, service).environment == nil)
        }
    }
}
