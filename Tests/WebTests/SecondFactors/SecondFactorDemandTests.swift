import Domain
import HTTPTypes
import Storage
import TestSupport
import Testing

@testable import Web

struct SecondFactorDemandTests {
    private static func demand(_ isDemanded: Bool, of team: Team, _ service: TestService) async throws -> TestAnswer {
        try await service.submit(
            "/organizations/\(team.id)/settings/two-factor", as: team.owner.cookie,
            isDemanded ? ["ownersNeedTwoFactor": "true"] : [:])
    }

    @Test func anOwnerSetsItUpBeforeAnythingElse() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let bob = try await service.join(team, "Bob Roy")
            let done = try await Self.demand(true, of: team, service)
            #expect(done.location == "/organizations/\(team.id)/settings?done=two-factor-saved")
            let cookie = team.owner.cookie
            for path in ["/", "/account", "/organizations/\(team.id)/sessions", "/organizations/\(team.id)/settings"] {
                #expect(try await service.visit(path, as: cookie).location == "/account/two-factor")
            }
            let form = try await service.submit("/account/profile", as: cookie, ["name": "Eve", "imageUrl": ""])
            #expect(form.location == "/account/two-factor")
            for path in ["/api/me", "/api/sessions", "\(team.path)/members"] {
                let refused = try await service.send(.get, path, as: cookie)
                expectProblem(refused, 403)
                #expect(refused.json["detail"]?.text?.contains("requires two-factor authentication") == true)
            }
            let page = try await service.visit("/account/two-factor", as: cookie)
            #expect(page.status == 200 && page.body.contains("requires two-factor authentication of its owners"))

            // Members and keys go on.
            #expect(try await service.send(.get, "/api/me", as: bob.cookie).status == 200)
            #expect(try await service.send(.get, "/api/sessions", as: team.key).status == 200)

            _ = try await service.turnOnTwoFactor(team.owner)
            #expect(try await service.send(.get, "/api/me", as: cookie).json["user"]?["name"] == "Alice Chen")
            let settings = try await service.visit("/organizations/\(team.id)/settings", as: cookie)
            #expect(settings.body.contains("name=\"ownersNeedTwoFactor\" value=\"true\" checked"))
        }
    }

    @Test func whoBecomesAnOwnerNeedsItAtOnce() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let bob = try await service.join(team, "Bob Roy")
            _ = try await service.turnOnTwoFactor(team.owner)
            _ = try await Self.demand(true, of: team, service)
            _ = try await service.send(
                .patch, "\(team.path)/members/\(bob.id)", as: team.owner.cookie, body: #"{"role":"owner"}"#)
            expectProblem(try await service.send(.get, "/api/me", as: bob.cookie), 403)
            #expect(try await service.send(.post, "/api/auth/sign-out", as: bob.cookie, body: "{}").status == 204)
        }
    }

    @Test func whoTurnsItOffMustSetItUpAgain() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let alice = try await service.turnOnTwoFactor(team.owner)
            _ = try await Self.demand(true, of: team, service)
            _ = try await service.submit(
                "/account/two-factor/turn-off", as: team.owner.cookie,
                ["password": TestService.password, "code": alice.recoveryCodes[0]])
            #expect(try await service.visit("/", as: team.owner.cookie).location == "/account/two-factor")
        }
    }

    @Test func itIsNoLongerDemanded() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let second = try await service.join(team, "Bob Roy", as: .owner)
            _ = try await service.turnOnTwoFactor(team.owner)
            _ = try await Self.demand(true, of: team, service)
            expectProblem(try await service.send(.get, "/api/me", as: second.cookie), 403)
            _ = try await Self.demand(false, of: team, service)
            #expect(try await service.send(.get, "/api/me", as: second.cookie).status == 200)
        }
    }

    @Test func anotherOrganizationsDemandConcernsItsOwnersOnly() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let other = try await service.makeTeam("Umbrella", owner: "Otto Umber")
            _ = try await Self.demand(true, of: team, service)
            #expect(try await service.send(.get, "/api/me", as: other.owner.cookie).status == 200)
            let refused = try await service.submit(
                "/organizations/\(team.id)/settings/two-factor", as: other.owner.cookie)
            #expect(refused.status == 403)
            #expect(try await service.store.secondFactors.isDemanded(in: team.organization.id))
        }
    }

    @Test func openStreamsAreChecked() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let browser = try await service.store.browserSessions
                .browsers(of: team.owner.user.id, at: service.clock.now)
            let id = try #require(browser.first).id
            let session = try #require(try await service.store.browserSessions.find(id, at: service.clock.now))
            let credential = StreamCredential(
                Member(caller: .browser(session), organization: team.organization.id))
            #expect(try await credential.isValid(in: service.store, at: service.clock.now))
            _ = try await Self.demand(true, of: team, service)
            #expect(try await !credential.isValid(in: service.store, at: service.clock.now))
        }
    }
}
