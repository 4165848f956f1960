import HTTPTypes
import TestSupport
import Testing

/// The account page's list of where one is signed in.
struct SignedInBrowsersTests {
    @Test func aBrowserIsSignedOutFromAnother() async throws {
        try await TestService.run { service in
            let person = try await service.makeTeam().owner
            let elsewhere = try await signIn(person, service)
            let revoke = try #require(try await revokePaths(service, as: elsewhere).first { $0.isThis })
            let answer = try await service.submit(revoke.path, as: person.cookie)
            #expect(answer.location == "/account?done=browser")
            #expect(try await service.visit("/account", as: elsewhere).status == 303)
            let again = try await service.submit(revoke.path, as: person.cookie)
            #expect(again.status == 404)
            #expect(again.body.contains("You are not signed in as"))
        }
    }

    @Test func browsersAreTheirNamesAndAllOthersAreSignedOutAtOnce() async throws {
        try await TestService.run { service in
            let person = try await service.makeTeam().owner
            let other = try await service.send(
                .post, "/sign-in",
                exactly: [
                    .contentType: "application/x-www-form-urlencoded", .testFetchSite: "same-origin",
                    .userAgent: "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
                ],
                body: "email=\(person.email)&password=\(TestService.password.replacing(" ", with: "+"))")
            let page = try await service.visit("/account", as: person.cookie)
            #expect(page.body.contains("<strong>Firefox on Linux</strong>"))
            #expect(page.body.contains("Sign out everywhere else"))
            let answer = try await service.submit("/account/browser-sessions/revoke-others", as: person.cookie)
            #expect(answer.location == "/account?done=browsers")
            #expect(try await service.visit("/account", as: other.signedIn).status == 303)
            let left = try await service.visit("/account", as: person.cookie)
            #expect(left.status == 200 && !left.body.contains("Sign out everywhere else"))
        }
    }

    @Test func signingOutThisBrowserTakesItsCookie() async throws {
        try await TestService.run { service in
            let person = try await service.makeTeam().owner
            let revoke = try #require(try await revokePaths(service, as: person.cookie).first)
            let answer = try await service.submit(revoke.path, as: person.cookie)
            #expect(answer.location == "/sign-in")
            #expect(answer.headers[.setCookie]?.contains("Max-Age=0") == true)
            #expect(try await service.visit("/account", as: person.cookie).status == 303)
        }
    }

    @Test func nobodySignsOthersOut() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let bob = try await service.join(team, "Bob Roy")
            let revoke = try #require(try await revokePaths(service, as: bob.cookie).first)
            #expect(try await service.submit(revoke.path, as: team.owner.cookie).status == 404)
            #expect(try await service.visit("/account", as: bob.cookie).status == 200)
        }
    }

    private func signIn(_ person: Person, _ service: TestService) async throws -> Credential {
        try await service.submit("/sign-in", ["email": person.email, "password": TestService.password]).signedIn
    }

    /// The forms that sign a browser out, as the page has them.
    private func revokePaths(
        _ service: TestService, as credential: Credential
    ) async throws -> [(path: String, isThis: Bool)] {
        let page = try await service.visit("/account", as: credential)
        return page.body.matches(
            of:
                /<li>\s*<div><p><strong>[^<]*<\/strong>( <span class="badge">this browser)?[\s\S]*?action="([^"]*\/revoke)"/
        )
        .map { (String($0.output.2), $0.output.1 != nil) }
    }
}
