import Domain
import HTTPTypes
import Storage
import TestSupport
import Testing
import Web

struct SignInTests {
    private static func signIn(
        _ service: TestService, _ email: String, _ password: String = TestService.password,
        headers: HTTPFields = [:]
    ) async throws -> TestAnswer {
        try await service.send(
            .post, "/api/auth/sign-in", headers: headers, body: #"{"email":"\#(email)","password":"\#(password)"}"#)
    }

    private static func cookie(of answer: TestAnswer) throws -> Credential {
        let header = try #require(answer.headers[.setCookie])
        let value = try #require(header.wholeMatch(of: /__Host-__session=([^;]+);.*/)?.1)
        return .cookie(String(value))
    }

    @Test func theRightPasswordSetsACookieThatOpensEverything() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let answer = try await Self.signIn(service, team.owner.email)
            #expect(answer.status == 200)
            let identity: JSONValue = [
                "user": [
                    "id": .string(team.owner.id), "name": "Alice Chen",
                    "email": .string(team.owner.email),
                ],
                "organizations": [["id": .string(team.id), "name": "Acme", "role": "owner"]],
            ]
            #expect(answer.json == identity)
            let cookie = try Self.cookie(of: answer)
            #expect(try await service.send(.get, "/api/me", as: cookie).json == identity)
            #expect(try await service.send(.get, "/api/sessions", as: cookie).status == 200)
        }
    }

    @Test func theCookieIsForOurPagesOnlyAndForThirtyDays() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let program = try await Self.signIn(service, team.owner.email)
            #expect(program.headers[values: .setCookie].count == 1)
            let answer = try await Self.signIn(service, team.owner.email, headers: [.testFetchSite: "same-origin"])
            let cookies = answer.headers[values: .setCookie].map { $0.split(separator: "; ") }
            try #require(cookies.map { $0[0].prefix { $0 != "=" } } == ["__Host-__session", "__Host-__device"])
            let flags: Set<Substring> = ["HttpOnly", "SameSite=Lax", "Path=/", "Secure"]
            #expect(Set(cookies[0].dropFirst()) == flags.union(["Max-Age=2592000"]))
            #expect(Set(cookies[1].dropFirst()) == flags.union(["Max-Age=31536000"]))
            #expect(answer.headers[.cacheControl] == "no-store")
            let token = try #require(Self.cookie(of: answer).headers[.cookie]).dropFirst(10)
            #expect(!answer.body.contains(token))
        }
    }

    @Test func theAddressIsFoundInAnyCase() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let answer = try await Self.signIn(service, team.owner.email.uppercased())
            #expect(answer.status == 200)
        }
    }

    @Test func aWrongPasswordAnUnknownAddressAndADisabledUserLookTheSame() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let disabled = try await service.join(team, "Dora")
            try await service.store.accounts.disable(disabled.user.email, at: service.clock.now)
            let email = team.owner.email
            let answers = [
                try await Self.signIn(service, email, "not the password"), try await Self.signIn(service, email, ""),
                try await Self.signIn(service, email, TestService.password + " "),
                try await Self.signIn(service, "nobody@example.com"),
                try await Self.signIn(service, disabled.email),
            ]
            for answer in answers {
                expectProblem(answer, 401)
                #expect(answer.json["detail"] == "Wrong email or password.")
            }
        }
    }

    @Test func signingOutEndsThisBrowserAndNoOther() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let email = team.owner.email
            let cookie = try Self.cookie(of: try await Self.signIn(service, email))
            let answer = try await service.send(
                .post, "/api/auth/sign-out", as: cookie, headers: [.testFetchSite: "same-origin"])
            #expect(answer.status == 204)
            #expect(answer.body.isEmpty)
            let parts = try #require(answer.headers[.setCookie]).split(separator: "; ")
            #expect(Set(parts) == ["__Host-__session=", "HttpOnly", "SameSite=Lax", "Path=/", "Secure", "Max-Age=0"])
            expectProblem(try await service.send(.get, "/api/me", as: cookie), 401)
            expectProblem(try await service.send(.post, "/api/auth/sign-out", as: cookie), 401)
            #expect(try await service.send(.get, "/api/me", as: team.owner.cookie).status == 200)
        }
    }

    @Test func disablingAUserEndsTheirAccessAndANewPasswordEndsTheirBrowsers() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let person = try await service.join(team, "Dora")
            try await service.store.accounts.disable(person.user.email, at: service.clock.now)
            expectProblem(try await service.send(.get, "/api/me", as: person.cookie), 401)

            let hash = try await service.services.passwords.hash("another password 7", for: .administrator)
            try await service.store.accounts.resetPassword(of: person.user.email, to: hash, at: service.clock.now)
            let email = person.email
            expectProblem(try await service.send(.get, "/api/me", as: person.cookie), 401)
            expectProblem(try await Self.signIn(service, email), 401)
            #expect(try await Self.signIn(service, email, "another password 7").status == 200)
        }
    }
}
