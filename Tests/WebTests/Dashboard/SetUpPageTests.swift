import Domain
import HTTPTypes
import Storage
import TestSupport
import Testing

@testable import Web

struct SetUpPageTests {
    private static let fields = [
        "organization": "Acme & <b>Söhne</b>", "name": "Alice Chen", "email": "alice@example.com",
        "password": TestService.password,
    ]

    @Test func untilThenEveryPageSaysWhatToDo() async throws {
        try await TestService.run(isSetUp: false) { service in
            for path in ["/", "/account", "/sign-in", "/nowhere"] {
                let answer = try await service.visit(path)
                #expect(answer.status == 503)
                #expect(answer.body.contains("<h1>This server is not set up yet</h1>"))
                #expect(answer.body.contains("<code>lodestone setup</code>"))
            }
            let page = try await service.visit("/setup")
            #expect(page.status == 200)
            #expect(page.body.contains("src=\"\(PublicAssets.shared.address(of: .linkToken))\""))
        }
    }

    @Test func theFormMakesTheOrganizationAndSignsIn() async throws {
        try await TestService.run(isSetUp: false) { service in
            let answer = try await service.submit("/setup", Self.fields.merging(["token": token(of: service)]) { $1 })
            #expect(answer.status == 303)
            let organization = try #require(try await service.store.accounts.organizations().first)
            #expect(organization.name == "Acme & <b>Söhne</b>")
            #expect(answer.location == "/organizations/\(organization.id)/sessions")
            let account = try await service.visit("/account", as: answer.signedIn)
            #expect(account.body.contains("Acme &amp; &lt;b&gt;Söhne&lt;/b&gt;"))
            #expect(!account.body.contains("<b>Söhne"))
        }
    }

    @Test func theWholeLinkCanBePasted() async throws {
        try await TestService.run(isSetUp: false) { service in
            let link = " https://lodestone.test/setup#\(token(of: service))\n"
            let answer = try await service.submit("/setup", Self.fields.merging(["token": link]) { $1 })
            #expect(answer.status == 303)
        }
    }

    @Test func aWeakPasswordIsRefusedAtItsFieldAndTheRestIsKept() async throws {
        try await TestService.run(isSetUp: false) { service in
            let token = token(of: service)
            let answer = try await service.submit(
                "/setup", Self.fields.merging(["token": token, "password": "tooshort!"]) { $1 })
            #expect(answer.status == 400)
            #expect(answer.error(at: "password") == "The password must have at least 12 characters.")
            #expect(answer.body.contains("value=\"Acme &amp; &lt;b&gt;Söhne&lt;/b&gt;\""))
            #expect(answer.body.contains("value=\"alice@example.com\""))
            #expect(answer.body.contains("value=\"\(token)\""))
            #expect(!answer.body.contains("tooshort!"))
            #expect(try await service.store.accounts.accounts().isEmpty)
        }
    }

    @Test func anEmptyFormNamesEachField() async throws {
        try await TestService.run(isSetUp: false) { service in
            let answer = try await service.submit("/setup")
            #expect(answer.status == 400)
            for field in ["token", "organization", "name", "email", "password"] {
                #expect(answer.error(at: field)?.hasSuffix(" is required.") == true, "\(field)")
            }
        }
    }

    @Test func aWrongLinkIsRefusedAtItsField() async throws {
        try await TestService.run(isSetUp: false) { service in
            _ = token(of: service)
            let answer = try await service.submit(
                "/setup", Self.fields.merging(["token": SecretToken(.setUp).text]) { $1 })
            #expect(answer.status == 404)
            #expect(answer.error(at: "token")?.contains("has expired") == true)
        }
    }

    @Test func aSecondSetUpIsOfferedToSignIn() async throws {
        try await TestService.run(isSetUp: false) { service in
            let token = token(of: service)
            _ = try await service.submit("/setup", Self.fields.merging(["token": token]) { $1 })
            let page = try await service.visit("/setup")
            #expect(page.status == 200)
            let repeated = try await service.submit("/setup", Self.fields.merging(["token": token]) { $1 })
            #expect(repeated.status == 409)
            for answer in [page, repeated] {
                #expect(answer.body.contains("This server is already set up"))
                #expect(answer.body.contains("href=\"/sign-in\""))
                #expect(!answer.body.contains("<form method=\"post\" action=\"/setup\""))
            }
        }
    }

    @Test func anotherSiteCannotSetUp() async throws {
        try await TestService.run(isSetUp: false) { service in
            let fields = Self.fields.merging(["token": token(of: service)]) { $1 }
            let answer = try await service.submit("/setup", fields, from: "cross-site")
            #expect(answer.status == 403)
            #expect(try await service.store.accounts.accounts().isEmpty)
        }
    }

    private func token(of service: TestService) -> String {
        service.services.setUpGate.issueToken(at: service.clock.now).text
    }
}
