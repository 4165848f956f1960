import Domain
import HTTPTypes
import Storage
import TestSupport
import Testing

/// The choice of model, effort and permissions: made, shown and changed.
struct AgentChoicesTests {
    @Test func theyAreChosenWithTheSessionAndLater() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let created = try await service.send(
                .post, "/api/sessions", as: team.owner.cookie,
                body: #"""
                    {"organizationId": "\#(team.id)", "initialMessage": "Go", "model": "m", "effort": "xhigh", "mode": "plan"}
                    """#)
            let session = try #require(created.json["session"])
            #expect(session["model"] == "m" && session["effort"] == "xhigh" && session["mode"] == "plan")
            let path = "/api/sessions/\(try #require(session["id"]?.text))"
            let edited = try await service.send(
                .patch, path, as: team.owner.cookie, body: #"{"model": "n", "effort": "default", "mode": "auto"}"#)
            #expect(edited.json["session"]?["model"] == "n" && edited.json["session"]?["effort"] == nil)
            #expect(edited.json["session"]?["mode"] == nil)
            let said = try await service.send(
                .post, "\(path)/messages", as: team.owner.cookie,
                body: #"{"content": "On", "model": "o", "effort": "low", "mode": "ask"}"#)
            #expect(said.json["session"]?["model"] == "o" && said.json["session"]?["effort"] == "low")
            #expect(said.json["session"]?["mode"] == "ask")
        }
    }

    @Test(arguments: [
        (#""effort": "huge""#, "/effort"), (#""effort": 3"#, "/effort"), (#""model": """#, "/model"),
        (#""model": "--dangerously-skip-permissions""#, "/model"), (#""model": "a --b""#, "/model"),
        (#""model": "\#(String(repeating: "m", count: 101))""#, "/model"), (#""mode": "yolo""#, "/mode"),
    ])
    func whatIsNoneIsRefused(_ field: String, _ pointer: String) async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let id = try await service.createSession(in: team)
            for (method, path, rest) in [
                (HTTPRequest.Method.post, "/api/sessions", #""organizationId": "\#(team.id)", "#),
                (.patch, "/api/sessions/\(id)", ""), (.post, "/api/sessions/\(id)/messages", #""content": "x", "#),
            ] {
                let answer = try await service.send(method, path, as: team.owner.cookie, body: "{\(rest)\(field)}")
                #expect(answer.status == 400 && answer.json["errors"]?[0]?["pointer"]?.text == pointer)
            }
        }
    }

    @Test func theOperatorsModelsAreOfferedAndTheFirstIsTheDefault() async throws {
        let models = [ModelChoice(id: "local-large", name: "Large <1>"), ModelChoice(id: "local-small", name: "Small")]
        try await TestService.run(models: models) { service in
            let team = try await service.makeTeam()
            let id = try await service.createSession(in: team)
            #expect(try await service.session(id, of: team)["model"] == "local-large")
            let path = "/organizations/\(team.id)/sessions"
            let form = try await service.visit("\(path)/new", as: team.owner.cookie)
            #expect(form.body.contains(#"<option value="local-large" selected>Large &lt;1&gt;</option>"#))
            #expect(form.body.contains(#"<option value="local-small">Small</option>"#))
            #expect(!form.body.contains("claude-"))
            let changed = try await service.submit(
                "\(path)/\(id)/choices", as: team.owner.cookie,
                ["model": "local-small", "effort": "max", "mode": "ask"])
            #expect(changed.status == 303)
            let page = try await service.visit("\(path)/\(id)", as: team.owner.cookie)
            #expect(page.body.contains("Small · effort: maximum · asks before each tool"))
            let refused = try await service.submit("\(path)/\(id)/choices", as: team.owner.cookie, ["effort": "huge"])
            #expect(refused.status == 400 && refused.body.contains("<details id=\"choices\" open>"))
        }
    }

    @Test func whatTheAgentOffersAfterASlashIsListed() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let created = try await service.send(
                .post, "/api/sessions", as: team.owner.cookie,
                body: #"{"organizationId": "\#(team.id)", "repoUrl": "https://github.com/acme/app"}"#)
            let id = try #require(created.json["session"]?["id"]?.text)
            let path = "/api/sessions/\(id)/commands"
            #expect(try await service.send(.get, path, as: team.key).body == #"{"commands":[]}"#)
            let long = String(repeating: "n", count: 101)
            try await service.report(
                #"""
                {"type":"system","subtype":"init","slash_commands":["review","compact","two words","","\#(long)"],"skills":["paint","review"],"mcp_servers":[{"name":"docs","status":"failed"},{"name":3}]}
                """#, to: id, of: team)
            let names = #"{"commands":[{"name":"compact"},{"name":"paint"},{"name":"review"}]}"#
            #expect(try await service.send(.get, path, as: team.key).body == names)
            // Of another session on the repository, as hosts find it.
            let query = "?organizationId=\(team.id)&repoUrl=https://github.com/Acme/APP"
            #expect(try await service.send(.get, "/api/commands\(query)", as: team.key).body == names)
            let other = try await service.makeTeam("Another")
            let foreign = "?organizationId=\(other.id)&repoUrl=https://github.com/acme/app"
            #expect(try await service.send(.get, "/api/commands\(foreign)", as: other.key).body == #"{"commands":[]}"#)
            for wrong in ["", "&repoUrl=", "&repoUrl=file:///etc", "&repoUrl=https://evil.test/a/b"] {
                let address = "/api/commands?organizationId=\(team.id)\(wrong)"
                #expect(try await service.send(.get, address, as: team.key).status == 400)
            }
        }
    }

    @Test func serversThatTheAgentCanNotUseAreOnThePage() async throws {
        try await TestService.run(queuesRuns: true) { service in
            let team = try await service.makeTeam()
            let id = try await service.createSession(in: team)
            let run = try #require(try await service.store.runs.claim(at: service.clock.now))
            let start = #"""
                {"type":"system","subtype":"init","mcp_servers":[{"name":"docs","status":"connected"},{"name":"<db>","status":"failed"},{"name":"mail","status":"needs-auth"},{"name":"slow","status":"pending"},7,{"status":"failed"},{"name":"turned\u202Eround","status":"failed"}]}
                """#
            _ = try await service.store.runs.append(
                TranscriptLines.parse(start), of: run.number, answering: try #require(run.prompts.first), upTo: 1,
                at: service.clock.now)
            let servers = try await service.session(id, of: team)["run"]?["mcpServers"]
            #expect(servers?.elements.count == 5 && servers?[1]?["status"] == "failed")
            let page = try await service.visit("/organizations/\(team.id)/sessions/\(id)", as: team.owner.cookie)
            #expect(page.body.contains("<code>&lt;db&gt;</code>") && page.body.contains("needs-auth"))
            #expect(page.body.contains("turned") && !page.body.contains("\u{202E}"))
            #expect(!page.body.contains("<code>slow</code>") && !page.body.contains("<code>docs</code>"))
        }
    }
}
