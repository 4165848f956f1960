import Domain
import HTTPTypes
import TestSupport
import Testing

/// The MCP servers of an environment.
struct EnvironmentMCPTests {
    private static let servers =
        #"{"docs":{"type":"http","url":"https://docs.example.com","headers":{"A":"${secret:TOKEN}"}}}"#

    @Test func theyAreStoredOnceTheirSecretsAreThere() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let cookie = team.owner.cookie
            let body = #"{"name":"a","repositoryMcp":"allow","mcpServers":\#(Self.servers)}"#
            let early = try await service.send(.post, team.environments, as: cookie, body: body)
            expectProblem(early, 400, pointers: ["/mcpServers"])
            #expect(early.body.contains("TOKEN"))
            let path = "\(team.environments)/\(try await service.makeEnvironment(in: team, #"{"name":"a"}"#))"
            let secret = "\(path)/secrets/TOKEN"
            #expect(try await service.send(.put, secret, as: cookie, body: #"{"value":"swordfish"}"#).status == 204)
            let saved = try await service.send(.patch, path, as: cookie, body: body)
            #expect(saved.status == 200)
            #expect(saved.json["environment"]?["repositoryMcp"] == "allow")
            #expect(saved.json["environment"]?["mcpServers"]?["docs"]?["headers"]?["A"] == "${secret:TOKEN}")
            // Absent fields of an edit stay unchanged.
            let renamed = try await service.send(.patch, path, as: cookie, body: #"{"name":"b"}"#)
            #expect(renamed.json["environment"]?["mcpServers"] == saved.json["environment"]?["mcpServers"])
            // A secret that is needed stays too.
            let removal = try await service.send(.delete, secret, as: cookie, body: "{}")
            expectProblem(removal, 409)
            #expect(try await service.send(.patch, path, as: cookie, body: #"{"mcpServers":{}}"#).status == 200)
            #expect(try await service.send(.delete, secret, as: cookie, body: "{}").status == 204)
        }
    }

    @Test(arguments: [
        (#"{"mcpServers":7}"#, "/mcpServers"),
        (#"{"mcpServers":{"a":{"type":"sse","url":"https://b"}}}"#, "/mcpServers"),
        (#"{"mcpServers":"{"}"#, "/mcpServers"), (#"{"repositoryMcp":"ask"}"#, "/repositoryMcp"),
    ])
    func wrongOnesAreNamed(body: String, pointer: String) async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let path = "\(team.environments)/\(try await service.makeEnvironment(in: team, #"{"name":"a"}"#))"
            expectProblem(
                try await service.send(.patch, path, as: team.owner.cookie, body: body), 400, pointers: [pointer])
        }
    }

    @Test func thePageTakesTheirTextAndKeepsAWrongOne() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let id = try await service.makeEnvironment(in: team, #"{"name":"a"}"#)
            let path = "/organizations/\(team.id)/settings/sandbox/\(id)"
            let wrong = try await service.submit(
                path, as: team.owner.cookie, ["name": "a", "mcpServers": #"{"mine":{"command":7}}"#])
            #expect(wrong.status == 400)
            #expect(wrong.body.contains("`mine.command`, which must be a string"))
            #expect(wrong.body.contains("{&quot;mine&quot;:{&quot;command&quot;:7}}"))
            let right = #"{"mcpServers":{"mine":{"command":"npx"}}}"#
            let saved = try await service.submit(
                path, as: team.owner.cookie, ["name": "a", "mcpServers": right, "repositoryMcp": "allow"])
            #expect(saved.status == 303)
            let page = try await service.visit(path, as: team.owner.cookie)
            #expect(page.body.contains("&quot;mine&quot;: {\n    &quot;command&quot;: &quot;npx&quot;\n  }"))
            #expect(page.body.contains(#"<option value="allow" selected>"#))
        }
    }
}
