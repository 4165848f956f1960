import Domain
import HTTPTypes
import Storage
import TestSupport
import Testing

/// Network settings of owners, in the API and on the pages.
struct NetworkSettingsTests {
    @Test func anEnvironmentSaysWhatItsAgentsReach() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let id = try await service.makeEnvironment(in: team, #"{"name":"Web"}"#)
            let path = "\(team.environments)/\(id)"
            func network(_ answer: TestAnswer) -> JSONValue? { answer.json["environment"]?["network"] }
            func hosts(_ answer: TestAnswer) -> JSONValue? { answer.json["environment"]?["allowedHosts"] }
            let made = try await service.send(.get, path, as: team.owner.cookie)
            #expect(network(made) == "trusted" && hosts(made) == [])
            let edited = try await service.send(
                .patch, path, as: team.owner.cookie,
                body:
                    #"{"network":"custom","allowedHosts":["Example.com.","*.example.com","example.com","a.test:8443"]}"#
            )
            #expect(edited.status == 200)
            #expect(network(edited) == "custom" && hosts(edited) == ["example.com", "*.example.com", "a.test:8443"])
            let renamed = try await service.send(.patch, path, as: team.owner.cookie, body: #"{"name":"Other"}"#)
            #expect(network(renamed) == "custom" && hosts(renamed) == hosts(edited))
            let members = try await service.send(.get, team.environments, as: team.key)
            #expect(!members.body.contains("a.test"))
        }
    }

    @Test(arguments: ["*.com", "10.0.0.1", "example.com:0", "https://example.com", "a b", "127.0.0.1:80", "[::1]"])
    func aWrongHostIsNamed(host: String) async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let answer = try await service.send(
                .post, team.environments, as: team.owner.cookie, body: #"{"name":"Web","allowedHosts":["\#(host)"]}"#)
            expectProblem(answer, 400, pointers: ["/allowedHosts"])
            let other = try await service.send(
                .patch, "\(team.path)/network", as: team.owner.cookie,
                body: #"{"ceiling":"some","allowedHosts":["\#(host)"]}"#)
            expectProblem(other, 400, pointers: ["/ceiling", "/allowedHosts"])
        }
    }

    @Test func ownersSetACeilingForAll() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let path = "\(team.path)/network"
            let known = try await service.send(.get, path, as: team.owner.cookie)
            #expect(known.json["network"] == ["ceiling": "all", "allowedHosts": [], "serverCeiling": "all"])
            let edited = try await service.send(
                .patch, path, as: team.owner.cookie, body: #"{"ceiling":"custom","allowedHosts":["example.com"]}"#)
            let expected: JSONValue = ["ceiling": "custom", "allowedHosts": ["example.com"], "serverCeiling": "all"]
            #expect(edited.json["network"] == expected)
            let again = try await service.send(.get, path, as: team.owner.cookie)
            #expect(again.json["network"] == expected)
        }
    }

    @Test func aCeilingThatLetsNoHostThroughIsAConflict() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let session = try await service.createSession(in: team)
            let path = "/api/sessions/\(session)/allowed-hosts"
            func allow() async throws -> TestAnswer {
                try await service.send(.post, path, as: team.owner.cookie, body: #"{"host":"example.com"}"#)
            }
            #expect(try await allow().json == ["host": "example.com"])
            _ = try await service.send(
                .patch, "\(team.path)/network", as: team.owner.cookie, body: #"{"ceiling":"trusted"}"#)
            expectProblem(try await allow(), 409)
        }
    }
}
