import HTTPTypes
import TestSupport
import Testing

/// Cookies and `Strict-Transport-Security`, under https and without it.
struct SecureCookieTests {
    @Test func underHTTPSBothNamesAreReadAndTheOneWithThePrefixCounts() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let plain = try #require(team.owner.cookie.headers[.cookie])
            let forged = try #require(team.owner.cookie.forged.headers[.cookie])
            for (cookies, status) in [
                (plain, 200), ("__Host-\(plain)", 200), ("\(forged); __Host-\(plain)", 200),
                ("__Host-\(plain); \(forged)", 200), ("\(plain); __Host-\(forged)", 401), ("__Host-__session=", 401),
            ] {
                let answer = try await service.send(.get, "/api/me", headers: [.cookie: cookies])
                #expect(answer.status == status, "\(cookies)")
            }
        }
    }

    @Test func withoutHTTPSTheNameIsTheDocumentedOne() async throws {
        try await TestService.run(isSecure: false) { service in
            let team = try await service.makeTeam()
            let body = "{\"email\":\"\(team.owner.email)\",\"password\":\"\(TestService.password)\"}"
            let answer = try await service.send(
                .post, "/api/auth/sign-in", headers: [.testFetchSite: "same-origin"], body: body)
            let cookies = answer.headers[values: .setCookie]
            #expect(cookies.map { String($0.prefix { $0 != "=" }) } == ["__session", "__device"])
            #expect(!cookies.contains { $0.contains("Secure") })
            #expect(answer.headers[.strictTransportSecurity] == nil)
            #expect(try await service.send(.get, "/api/me", as: answer.signedIn).status == 200)
        }
    }

    @Test(arguments: [("/sign-in", 200), ("/api/me", 401), ("/nowhere", 404), ("/livez", 200), ("/api/sessions", 200)])
    func underHTTPSEveryAnswerTellsBrowsersToKeepToIt(path: String, status: Int) async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let answer = try await service.send(.get, path, as: status == 200 ? team.key : .none)
            #expect(answer.status == status)
            #expect(answer.headers[.strictTransportSecurity] == "max-age=31536000; includeSubDomains")
        }
    }
}
