import HTTPTypes
import TestSupport
import Testing

struct SignInPageTests {
    @Test func signingInGoesOnToWhereOneWantedTo() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let asked = try await service.visit("/organizations/\(team.id)/sessions?q=a+b")
            #expect(asked.status == 303)
            let place = try #require(asked.headers[.location])
            #expect(place == "/sign-in?next=/organizations/\(team.id)/sessions%3Fq%3Da%2Bb")
            let page = try await service.visit(place)
            #expect(page.body.contains("name=\"next\" value=\"/organizations/\(team.id)/sessions?q=a+b\""))
            let answer = try await service.submit(
                "/sign-in", ["email": team.owner.email, "password": TestService.password, "next": "/account"])
            #expect(answer.status == 303 && answer.headers[.location] == "/account")
            #expect(try await service.visit("/", as: answer.signedIn).headers[.location]?.contains(team.id) == true)
        }
    }

    @Test(arguments: ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)", "/\t/x", ""])
    func nobodyIsSentToAnotherSite(_ next: String) async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let answer = try await service.submit(
                "/sign-in", ["email": team.owner.email, "password": TestService.password, "next": next])
            #expect(answer.status == 303 && answer.headers[.location] == "/")
        }
    }

    @Test func aWrongPasswordKeepsTheAddressAndNotThePassword() async throws {
        try await TestService.run { service in
            let answer = try await service.submit(
                "/sign-in", ["email": "a<b>@example.com", "password": "a wrong secret"])
            #expect(answer.status == 401 && answer.headers[.setCookie] == nil)
            #expect(answer.body.contains("role=\"alert\">The e-mail address or the password is wrong."))
            #expect(answer.body.contains("value=\"a&lt;b&gt;@example.com\"") && !answer.body.contains("a wrong secret"))
        }
    }

    @Test func whatIsWrongStandsAtItsField() async throws {
        try await TestService.run { service in
            let answer = try await service.submit("/sign-in", ["email": "nobody", "password": ""])
            #expect(answer.status == 400)
            #expect(answer.body.contains("id=\"email-error\">Must be an e-mail address"))
            #expect(answer.body.contains("id=\"password-error\">Is required."))
            #expect(answer.body.contains("aria-describedby=\"email-error\""))
        }
    }

    @Test func aFormOfAnotherSiteSignsNobodyIn() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let answer = try await service.submit(
                "/sign-in", ["email": team.owner.email, "password": TestService.password], from: "cross-site")
            #expect(answer.status == 403 && answer.headers[.setCookie] == nil)
            #expect(answer.body.contains("<h1>This is not open to you</h1>"))
        }
    }

    @Test func signingOutEndsTheBrowserSession() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let answer = try await service.submit("/sign-out", as: team.owner.cookie)
            #expect(answer.status == 303 && answer.headers[.location] == "/sign-in")
            #expect(
                try await service.visit("/", as: team.owner.cookie).headers[.location]?.hasPrefix("/sign-in") == true)
        }
    }
}
