import Domain
import GRDB
import HTTPTypes
import Storage
import TestSupport
import Testing
import Web

struct RunnersPageTests {
    private func path(_ team: Team) -> String { "/organizations/\(team.id)/settings/runners" }

    @Test func aNewTokenIsShownOnceWithTheCommandOfItsRunners() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let fields = ["name": "Rack <1>", "labels": "GPU, arm64"]
            let answer = try await service.submit(path(team), as: team.owner.cookie, fields)
            let place = try #require(answer.location)
            #expect(answer.status == 303 && place.hasPrefix("\(path(team))?made=") && !place.contains("lsr_"))
            let made = try await service.visit(place, as: team.owner.cookie)
            #expect(made.headers[.cacheControl] == "no-store")
            #expect(made.body.contains("New token: Rack &lt;1&gt;"))
            let text = try #require(made.text(ofID: "token"))
            let secret = try #require(SecretToken(.runner, presented: text))
            let stored = try #require(try await service.store.runners.find(secret.runnerTokenID)?.token)
            #expect(stored.labels.sorted == ["arm64", "gpu"] && stored.organizationID == team.organization.id)
            #expect(
                made.text(ofID: "command")
                    == "lodestone runner --server &#39;https://lodestone.test&#39; --token-file runner-token")

            let again = try await service.visit(place, as: team.owner.cookie)
            #expect(again.text(ofID: "token") == nil && again.body.contains("A token is shown only once."))
            #expect(!again.body.contains(text) && again.body.contains("<span class=\"badge\">arm64</span>"))
        }
    }

    @Test func aWrongFieldIsNamedAndTheRestIsKept() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let unnamed = try await service.submit(path(team), as: team.owner.cookie, ["name": "", "labels": "gpu"])
            #expect(unnamed.status == 400 && unnamed.error(at: "name") == "The name is required.")
            #expect(unnamed.body.contains("value=\"gpu\""))
            let odd = try await service.submit(path(team), as: team.owner.cookie, ["name": "Rack", "labels": "ok ü"])
            #expect(
                odd.error(at: "labels")?.hasPrefix("The labels have `ü`, which must have 1 to 63 ASCII letters") == true
            )
            #expect(odd.body.contains("value=\"Rack\"") && odd.body.contains("value=\"ok ü\""))
            #expect(try await service.store.runners.tokens(readableIn: nil).isEmpty)
        }
    }

    @Test func theLastUseAndTheSessionsOfItsRunnersAreShown() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let session = try await service.createSession(in: team, "Paint the porch")
            let shown = try await service.send(.get, "/api/sessions/\(session)", as: team.key)
            let title = try #require(shown.json["session"]?["title"]?.text)
            let token = try await create("Rack", in: team, service)
            let page = try await service.visit(path(team), as: team.owner.cookie)
            #expect(page.body.contains("Never used") && !page.body.contains("Working on"))
            try await service.store.runners.recordUse(of: token.id, version: "0.2.0-<b>", at: service.clock.now)
            let database = try DatabaseQueue(path: service.directory.dataDirectory.databasePath)
            try await database.write { db in
                try db.execute(
                    sql: """
                        INSERT INTO runs (session_number, stage, queued_at, runner_token_id)
                        SELECT number, 'working', 1, ?1 FROM sessions WHERE id = ?2
                        """, arguments: [token.id.rawValue, session])
            }
            let used = try await service.visit(path(team), as: team.owner.cookie)
            #expect(used.body.contains("</time> version 0.2.0-&lt;b&gt; · created"))
            let address = "/organizations/\(team.id)/sessions/\(session)"
            #expect(used.body.contains("Working on <a href=\"\(address)\" dir=\"auto\">\(title)</a>"))
        }
    }

    @Test func aRevokedTokenIsAnEarlierOne() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let other = try await service.makeTeam("Umbrella", owner: "Mallory")
            let token = try await create("Rack", in: team, service)
            let stranger = try await service.submit("\(path(other))/\(token.id)/revoke", as: other.owner.cookie)
            #expect(stranger.status == 404)
            let revoke = "\(path(team))/\(token.id)/revoke"
            #expect(try await service.visit(path(team), as: team.owner.cookie).body.contains("action=\"\(revoke)\""))
            let answer = try await service.submit(revoke, as: team.owner.cookie)
            #expect(answer.location == "\(path(team))?done=runner-token-revoked")
            let page = try await service.visit(path(team), as: team.owner.cookie)
            #expect(page.body.contains("<span class=\"badge\">revoked</span>") && !page.body.contains(revoke))
            #expect(page.body.contains("No active tokens."))
            #expect(try await service.store.runners.find(token.id)?.token.revokedAt != nil)
        }
    }

    @Test func anEnvironmentsFormHasItsLabels() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let settings = "/organizations/\(team.id)/settings/sandbox"
            let fields = ["name": "Training", "runnerLabels": "GPU  arm64"]
            let page = try #require(try await service.submit(settings, as: team.owner.cookie, fields).location)
            #expect(try await service.visit(page, as: team.owner.cookie).body.contains("value=\"arm64 gpu\""))
            #expect(try await service.visit(settings, as: team.owner.cookie).body.contains("2 runner labels"))
            let path = String(page.prefix { $0 != "?" })
            let odd = try await service.submit(path, as: team.owner.cookie, ["name": "Training", "runnerLabels": "ü"])
            #expect(odd.status == 400 && odd.error(at: "runnerLabels")?.hasPrefix("The runner labels have `ü`") == true)
        }
    }

    private func create(_ name: String, in team: Team, _ service: TestService) async throws -> RunnerToken {
        let secret = SecretToken(.runner)
        let token = RunnerToken(
            id: secret.runnerTokenID, organizationID: team.organization.id, name: name, labels: .none,
            createdAt: service.clock.now)
        _ = try await service.store.runners.create(token, digest: secret.digest, once: nil)
        return token
    }
}
