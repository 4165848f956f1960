import Domain
import HTTPTypes
import TestSupport
import Testing

/// How long a browser stays signed in.
struct BrowserLimitsTests {
    private static let day = Duration.seconds(86_400)

    private func status(_ cookie: Credential, _ service: TestService) async throws -> Int {
        try await service.send(.get, "/api/me", as: cookie).status
    }

    @Test func aBrowserThatIsNotUsedIsSignedOutAfterSevenDays() async throws {
        try await TestService.run(browserLimits: .standard) { service in
            let owner = try await service.makeTeam().owner
            service.clock.advance(by: Self.day * 7 - .milliseconds(1))
            #expect(try await status(owner.cookie, service) == 200)
            service.clock.advance(by: Self.day * 7)
            #expect(try await status(owner.cookie, service) == 401)
        }
    }

    @Test func aBrowserThatIsUsedIsSignedOutAfterThirtyDays() async throws {
        try await TestService.run(browserLimits: .standard) { service in
            let owner = try await service.makeTeam().owner
            for _ in 0..<4 {
                service.clock.advance(by: Self.day * 6)
                #expect(try await status(owner.cookie, service) == 200)
            }
            service.clock.advance(by: Self.day * 6 - .milliseconds(1))
            #expect(try await status(owner.cookie, service) == 200)
            service.clock.advance(by: .milliseconds(1))
            #expect(try await status(owner.cookie, service) == 401)
            #expect(try await status(service.signIn(owner), service) == 200)
        }
    }

    @Test func theOperatorsLimitsCount() async throws {
        let limits = BrowserSessionLimits(idle: Self.day, maximum: Self.day * 2)
        try await TestService.run(browserLimits: limits) { service in
            let owner = try await service.makeTeam().owner
            let body = "{\"email\":\"\(owner.email)\",\"password\":\"\(TestService.password)\"}"
            let answer = try await service.send(.post, "/api/auth/sign-in", body: body)
            // The attributes of a cookie have no order.
            let attributes = answer.headers[values: .setCookie].first?.split(separator: "; ")
            #expect(attributes?.contains("Max-Age=172800") == true)
            service.clock.advance(by: Self.day - .seconds(600))
            #expect(try await status(owner.cookie, service) == 200)
            service.clock.advance(by: .seconds(600))
            #expect(try await status(answer.signedIn, service) == 401)
            #expect(try await status(owner.cookie, service) == 200)
            service.clock.advance(by: Self.day - .milliseconds(1))
            #expect(try await status(owner.cookie, service) == 200)
            service.clock.advance(by: .milliseconds(1))
            #expect(try await status(owner.cookie, service) == 401)
        }
    }

    @Test func usesAreRecordedEveryFiveMinutesAtMost() async throws {
        try await TestService.run { service in
            let owner = try await service.makeTeam().owner
            func lastUse() async throws -> JSONValue? {
                let list = try await service.send(.get, "/api/me/browser-sessions", as: owner.cookie)
                return list.json["browserSessions"]?[0]?["lastUsedAt"]
            }
            service.clock.advance(by: .milliseconds(299_999))
            #expect(try await lastUse() == "2026-02-11T10:00:00.000Z")
            service.clock.advance(by: .milliseconds(1))
            #expect(try await lastUse() == "2026-02-11T10:05:00.000Z")
        }
    }
}
