import HTTPTypes
import TestSupport
import Testing

@testable import Web

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

    /// A form that came too late leads back to its page, which keeps what was typed.
    @Test func aFormOfSomebodySignedOutLeadsBackToItsPage() async throws {
        try await TestService.run { service in
            let path = "/organizations/org_x/sessions/new"
            func send(_ headers: HTTPFields) async throws -> TestAnswer {
                let form: HTTPFields = [
                    .contentType: "application/x-www-form-urlencoded", .accept: "text/html",
                    .testFetchSite: "same-origin",
                ]
                return try await service.send(.post, path, exactly: form + headers, body: "initialMessage=Paint")
            }
            let answer = try await send([.referer: "https://lodestone.test\(path)?repository=a/b"])
            let place = "/sign-in?next=\(path)%3Frepository%3Da/b&reason=signed-out"
            #expect(answer.status == 303 && answer.location == place)
            #expect(try await service.visit(place).body.contains("You've been signed out. Sign in to continue."))
            let foreign = try await send([.referer: "https://evil.example/x"])
            #expect(foreign.location == "/sign-in?next=/&reason=signed-out")
            let script = try await send([.fetchMode: "same-origin"])
            #expect(script.status == 401)
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
            #expect(answer.body.contains("role=\"alert\">Wrong email or password."))
            #expect(answer.body.contains("value=\"a&lt;b&gt;@example.com\"") && !answer.body.contains("a wrong secret"))
        }
    }

    @Test func whatIsWrongStandsAtItsField() async throws {
        try await TestService.run { service in
            let answer = try await service.submit("/sign-in", ["email": "nobody", "password": ""])
            #expect(answer.status == 400)
            #expect(answer.body.contains("id=\"email-error\">The email must be an email address"))
            #expect(answer.body.contains("id=\"password-error\">The password is required."))
            #expect(answer.body.contains("aria-describedby=\"email-error\""))
        }
    }

    @Test func aFormOfAnotherSiteSignsNobodyIn() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let answer = try await service.submit(
                "/sign-in", ["email": team.owner.email, "password": TestService.password], from: "cross-site")
            #expect(answer.status == 403 && answer.headers[.setCookie] == nil)
            #expect(answer.body.contains("<h1>You don&#39;t have access to this page</h1>"))
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
