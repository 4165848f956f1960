import Domain
import HTTPTypes
import Storage
import TestSupport
import Testing

struct KeysPageTests {
    @Test func aNewKeyIsShownOnceAndWorks() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let made = try await make(["name": "Nightly <report>", "expiry": "never"], in: team, service)
            #expect(made.status == 200)
            #expect(made.headers[.cacheControl] == "no-store")
            let key = try #require(made.text(ofID: "key"))
            #expect(made.body.contains("New key: Nightly &lt;report&gt;"))
            #expect(
                made.text(ofID: "command")
                    == "curl -H &#39;x-api-key: \(key)&#39; &#39;https://lodestone.test/api/sessions?limit=5&#39;")
            #expect(try await service.send(.get, "/api/sessions", as: .key(key)).status == 200)

            let page = try await service.visit(path(team), as: team.owner.cookie)
            #expect(!page.body.contains(key))
            #expect(page.body.contains("Nightly &lt;report&gt;"))
            #expect(page.body.contains("never expires"))
            #expect(page.body.contains("Last used <time datetime=\"2026-02-11T10:00:00.000Z\""))
        }
    }

    @Test(arguments: [("30", 30), ("90", 90), ("365", 365)])
    func aKeyExpiresWhenTheFormSays(expiry: String, days: Int) async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let made = try await make(["name": "Report", "expiry": expiry], in: team, service)
            let key = Credential.key(try #require(made.text(ofID: "key")))
            service.clock.advance(by: .seconds(days * 86_400 - 1))
            #expect(try await service.send(.get, "/api/sessions", as: key).status == 200)
            service.clock.advance(by: .seconds(1))
            #expect(try await service.send(.get, "/api/sessions", as: key).status == 401)
        }
    }

    @Test func aWrongFieldIsNamedAndTheRestIsKept() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let unnamed = try await make(["name": "", "expiry": "365"], in: team, service)
            #expect(unnamed.status == 400)
            #expect(unnamed.error(at: "name") == "The name is required.")
            #expect(unnamed.body.contains("<option value=\"365\" selected>"))
            let odd = try await make(["name": "Report", "expiry": "1000"], in: team, service)
            #expect(odd.error(at: "expiry") == "The expiry must be one of 30, 90, 365, never.")
            #expect(odd.body.contains("value=\"Report\""))
            #expect(try await service.store.apiKeys.keys(of: team.organization.id).count == 1)
        }
    }

    @Test func aRevokedKeyIsRefused() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let revoke = "\(path(team))/\(team.keyID)/revoke"
            #expect(try await service.visit(path(team), as: team.owner.cookie).body.contains("action=\"\(revoke)\""))
            let answer = try await service.submit(revoke, as: team.owner.cookie)
            #expect(answer.location == "\(path(team))?done=key-revoked")
            #expect(try await service.send(.get, "/api/sessions", as: team.key).status == 401)
            let page = try await service.visit(path(team), as: team.owner.cookie)
            #expect(page.body.contains("<span class=\"badge\">revoked</span>"))
            #expect(!page.body.contains(revoke))
        }
    }

    @Test func aKeyOfAnotherOrganizationCannotBeRevoked() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let other = try await service.makeTeam("Umbrella", owner: "Mallory")
            let answer = try await service.submit("\(path(other))/\(team.keyID)/revoke", as: other.owner.cookie)
            #expect(answer.status == 404)
            #expect(try await service.send(.get, "/api/sessions", as: team.key).status == 200)
        }
    }

    private func path(_ team: Team) -> String { "/organizations/\(team.id)/settings/keys" }

    @Test func loadingThePageAgainMakesNoOtherKeyAndShowsNone() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let colleague = try await service.join(team, "Olga Owner", as: .owner)
            let fields = ["name": "Report", "expiry": "30"]
            let answer = try await service.submit(path(team), as: team.owner.cookie, fields)
            let place = try #require(answer.location)
            #expect(answer.status == 303 && place.hasPrefix("\(path(team))?made=") && !place.contains("lsk_"))
            #expect(try await service.visit(place, as: colleague.cookie).text(ofID: "key") == nil)
            #expect(try await service.visit(place, as: team.owner.cookie).text(ofID: "key") != nil)
            let again = try await service.visit(place, as: team.owner.cookie)
            #expect(again.text(ofID: "key") == nil && again.body.contains("A key is shown only once."))
            let late = try await service.submit(path(team), as: team.owner.cookie, fields)
            service.clock.advance(by: .seconds(301))
            let missed = try await service.visit(try #require(late.location), as: team.owner.cookie)
            #expect(missed.text(ofID: "key") == nil)
            #expect(try await service.store.apiKeys.keys(of: team.organization.id).count == 3)
        }
    }

    /// The page after the form: the page with the key, or the form again.
    private func make(
        _ fields: [String: String], in team: Team, _ service: TestService
    ) async throws -> TestAnswer {
        let answer = try await service.submit(path(team), as: team.owner.cookie, fields)
        guard let place = answer.location else { return answer }
        return try await service.visit(place, as: team.owner.cookie)
    }
}
