import Domain
import HTTPTypes
import Storage
import TestSupport
import Testing

/// A browser gets a new token when its person's rights change.
struct TokenRenewalTests {
    @Test func aChangeOfRoleRenewsTheToken() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let bob = try await service.join(team, "Bob")
            func me(_ cookie: Credential) async throws -> TestAnswer {
                try await service.send(.get, "/api/me", as: cookie)
            }
            #expect(try await me(bob.cookie).headers[.setCookie] == nil)
            let change = try await service.send(
                .patch, "\(team.path)/members/\(bob.id)", as: team.owner.cookie, body: #"{"role":"owner"}"#)
            #expect(change.status == 200 && change.headers[.setCookie] == nil)

            expectProblem(try await service.send(.get, "/api/sessions/none", as: bob.cookie), 404)
            let renewed = try await me(bob.cookie).signedIn
            #expect(renewed.headers[.cookie]?.isEmpty == false)
            #expect(renewed.headers != bob.cookie.headers)
            for cookie in [renewed, bob.cookie] {
                let answer = try await me(cookie)
                #expect(answer.status == 200 && answer.headers[.setCookie] == nil)
            }
            let list = try await service.send(.get, "/api/me/browser-sessions", as: renewed)
            #expect(list.json["browserSessions"]?.elements.map { $0["current"] } == [true])

            service.clock.advance(by: BrowserSession.formerTokenTime - .milliseconds(1))
            #expect(try await me(bob.cookie).status == 200)
            service.clock.advance(by: .milliseconds(1))
            #expect(try await me(bob.cookie).status == 401)
            #expect(try await me(renewed).status == 200)
        }
    }

    @Test func ofRequestsAtTheSameTimeOneGetsTheNewToken() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let bob = try await service.join(team, "Bob")
            _ = try await service.store.members.assign(
                .owner, to: bob.user.id, in: team.organization.id, at: service.clock.now)
            let answers = try await service.all(10) { _ in
                try await service.send(.get, "/api/sessions", as: bob.cookie)
            }
            #expect(answers.allSatisfy { $0.status == 200 })
            #expect(answers.compactMap { $0.headers[.setCookie] }.count == 1)
        }
    }

    @Test func aNewAndAnEndedMembershipRenewTheToken() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let bob = try await service.join(team, "Bob")
            let beta = try await service.store.accounts.addOrganization(
                "Beta", owner: bob.user.email, at: service.clock.now)
            let joined = try await service.visit("/account", as: bob.cookie).signedIn
            #expect(joined.headers[.cookie]?.isEmpty == false)
            #expect(try await service.visit("/account", as: joined).headers[.setCookie] == nil)
            try await service.store.members.remove(bob.user.id, from: team.organization.id, at: service.clock.now)
            let left = try await service.send(.get, "/api/sessions?organizationId=\(beta.id)", as: joined)
            #expect(left.status == 200 && left.signedIn.headers[.cookie]?.isEmpty == false)
            #expect(try await service.send(.get, "/api/me", as: team.owner.cookie).headers[.setCookie] == nil)
        }
    }

    @Test func aBrowserThatSignsOutGetsNoNewToken() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let bob = try await service.join(team, "Bob")
            _ = try await service.store.members.assign(
                .owner, to: bob.user.id, in: team.organization.id, at: service.clock.now)
            let answer = try await service.send(.post, "/api/auth/sign-out", as: bob.cookie, body: "{}")
            #expect(answer.status == 204)
            #expect(answer.headers[values: .setCookie].map { $0.contains("Max-Age=0") } == [true])
        }
    }
}
