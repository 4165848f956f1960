import Domain
import HTTPTypes
import Storage
import TestSupport
import Testing
import Web

struct JoinPageTests {
    private static let account = [
        "name": "Bob Roy", "email": "bob@example.com", "password": TestService.password,
    ]

    @Test func aStrangerIsOfferedAnAccountOrToSignInFirst() async throws {
        try await TestService.run { service in
            let page = try await service.visit("/join")
            #expect(page.status == 200)
            #expect(page.body.contains("action=\"/join/sign-up\""))
            #expect(page.body.contains("href=\"/sign-in?next=/join\""))
            #expect(!page.body.contains("action=\"/join\""))
        }
    }

    @Test func whoIsSignedInJoinsAsThemselves() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let other = try await service.makeTeam("Umbrella", owner: "Bob <i>Roy</i>")
            let page = try await service.visit("/join", as: other.owner.cookie)
            #expect(page.body.contains("Join as Bob &lt;i&gt;Roy&lt;/i&gt;"))
            #expect(!page.body.contains("/join/sign-up"))
            let token = try await service.invite(to: team)
            let answer = try await service.submit("/join", as: other.owner.cookie, ["token": token])
            #expect(answer.status == 303)
            #expect(answer.location == "/organizations/\(team.id)/sessions")
        }
    }

    @Test func aProgramAndAnOldCookieAreStrangers() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            for credential in [team.key, team.owner.cookie.forged] {
                #expect(try await service.visit("/join", as: credential).body.contains("action=\"/join/sign-up\""))
            }
        }
    }

    @Test func anAccountIsMadeAndSignedIn() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let link = "https://lodestone.test/join#\(try await service.invite(to: team, as: "owner"))"
            let answer = try await service.submit("/join/sign-up", Self.account.merging(["token": link]) { $1 })
            #expect(answer.status == 303)
            #expect(answer.location == "/organizations/\(team.id)/sessions")
            #expect(try await service.visit("/account", as: answer.signedIn).body.contains("an owner"))
        }
    }

    @Test func aLinkThatOpensNothingIsRefusedAtItsField() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let used = try await service.invite(to: team)
            _ = try await service.signUp(used, email: "first@example.com")
            let expired = try await service.invite(to: team)
            service.clock.advance(by: .seconds(8 * 86_400))
            for token in [used, expired, SecretToken(.invitation).text, "nonsense"] {
                let answers = [
                    try await service.submit("/join/sign-up", Self.account.merging(["token": token]) { $1 }),
                    try await service.submit("/join", as: team.owner.cookie, ["token": token]),
                ]
                for answer in answers {
                    #expect(answer.status == 404)
                    #expect(answer.error(at: "token")?.hasPrefix("This invitation is no longer valid.") == true)
                    #expect(answer.headers[.setCookie] == nil)
                }
                #expect(answers[0].body.contains("value=\"Bob Roy\""))
            }
        }
    }

    @Test func aTakenAddressAndAWeakPasswordAreRefusedAtTheirFields() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let token = try await service.invite(to: team)
            let taken = try await service.submit(
                "/join/sign-up", Self.account.merging(["token": token, "email": team.owner.email]) { $1 })
            #expect(taken.status == 409)
            #expect(taken.error(at: "email")?.contains("Sign in, then") == true)
            let weak = try await service.submit(
                "/join/sign-up", Self.account.merging(["token": token, "password": "password1234"]) { $1 })
            #expect(weak.status == 400)
            #expect(weak.error(at: "password") == "The password is too easy to guess; choose another.")
            #expect(weak.body.contains("value=\"bob@example.com\""))
            #expect(!weak.body.contains("password1234"))
        }
    }

    @Test func aMemberIsToldSo() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let answer = try await service.submit(
                "/join", as: team.owner.cookie, ["token": try await service.invite(to: team)])
            #expect(answer.status == 409)
            #expect(answer.body.contains("You already belong to Acme."))
        }
    }

    @Test func anotherSiteCannotMakeAnybodyJoin() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let other = try await service.makeTeam("Umbrella", owner: "Bob Roy")
            let fields = Self.account.merging(["token": try await service.invite(to: team)]) { $1 }
            for site in ["cross-site", "same-site"] {
                let joined = try await service.submit("/join", as: other.owner.cookie, fields, from: site)
                #expect(joined.status == 403)
                #expect(try await service.submit("/join/sign-up", fields, from: site).status == 403)
            }
            #expect(try await service.store.members.members(of: team.organization.id).count == 1)
        }
    }
}
