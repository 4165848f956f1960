import Domain
import HTTPTypes
import Storage
import TestSupport
import Testing

@testable import Web

struct SecondStepTests {
    private static let wrongCode = "The code is wrong or was already used. Enter a new one."

    @Test func theRightPasswordAloneOpensNothing() async throws {
        try await TestService.run { service in
            let alice = try await service.turnOnTwoFactor(service.makeTeam().owner)
            service.clock.advance(by: .seconds(30))
            let (answer, cookie) = try await service.enterPassword(of: alice.person, next: "/account")
            #expect(answer.status == 303 && answer.location == "/sign-in/code?next=/account")
            #expect(answer.headers[values: .setCookie].count == 1)
            let parts = try #require(answer.headers[.setCookie]).split(separator: "; ").dropFirst()
            #expect(Set(parts) == ["HttpOnly", "SameSite=Lax", "Path=/", "Secure", "Max-Age=600"])
            let token = try #require(cookie).dropFirst("__Host-__sign_in=".count)
            for credential in [Credential.cookie(String(token)), .key(String(token))] {
                expectProblem(try await service.send(.get, "/api/me", as: credential), 401)
            }
            let pending: HTTPFields = [.cookie: try #require(cookie)]
            expectProblem(try await service.send(.get, "/api/me", headers: pending), 401)
            let page = try await service.send(
                .get, "/sign-in/code?next=/account", headers: pending + [.accept: "text/html"])
            #expect(page.status == 200)
            #expect(page.body.contains("autocomplete=\"one-time-code\" inputmode=\"numeric\""))

            let done = try await service.enterCode(alice.code(at: service.clock.now), cookie, next: "/account")
            #expect(done.status == 303 && done.location == "/account")
            #expect(try await service.send(.get, "/api/me", as: done.signedIn).status == 200)
            #expect(done.headers[values: .setCookie].contains { $0.hasPrefix("__Host-__sign_in=;") })
        }
    }

    @Test func aStepIsEnteredOnceOnly() async throws {
        try await TestService.run { service in
            let alice = try await service.turnOnTwoFactor(service.makeTeam().owner)
            service.clock.advance(by: .seconds(30))
            let code = alice.code(at: service.clock.now)
            let cookie = try await service.enterPassword(of: alice.person).cookie
            let other = try await service.enterPassword(of: alice.person).cookie
            #expect(try await service.enterCode(code, cookie).location == "/")
            // The sign-in is over, and in another one the code is used.
            #expect(try await service.enterCode(code, cookie).location == "/sign-in?next=&reason=expired")
            let replayed = try await service.enterCode(code, other)
            let guessed = try await service.enterCode(alice.wrongCode(at: service.clock.now), other)
            for refused in [replayed, guessed] {
                #expect(refused.status == 401 && refused.error(at: "code") == Self.wrongCode)
                #expect(refused.signedIn.headers.isEmpty)
            }
            // Neither a code of before the used one.
            let former = alice.code(at: service.clock.now - .seconds(30))
            #expect(try await service.enterCode(former, other).status == 401)
        }
    }

    @Test func whatTurnedItOnIsUsedToo() async throws {
        try await TestService.run { service in
            let alice = try await service.turnOnTwoFactor(service.makeTeam().owner)
            let code = alice.code(at: service.clock.now)
            expectProblem(try await service.signInByAPI(alice.person, code: code), 401)
        }
    }

    @Test func twentyBrowsersWithTheSameCodeAreOneSignIn() async throws {
        try await TestService.run { service in
            let alice = try await service.turnOnTwoFactor(service.makeTeam().owner)
            service.clock.advance(by: .seconds(30))
            let code = alice.code(at: service.clock.now)
            var cookies: [String?] = []
            for _ in 0..<8 { cookies.append(try await service.enterPassword(of: alice.person).cookie) }
            let signedIn = try await withThrowingTaskGroup(of: Bool.self) { group in
                for cookie in cookies {
                    group.addTask { try await service.enterCode(code, cookie).location == "/" }
                }
                return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }
            #expect(signedIn == 1)
        }
    }

    @Test func theClockOfAPhoneMayDiffer() async throws {
        try await TestService.run { service in
            let alice = try await service.turnOnTwoFactor(service.makeTeam().owner)
            service.clock.advance(by: .seconds(300))
            for offset in [-30, 0, 30] {
                let code = alice.code(at: service.clock.now + .seconds(offset))
                #expect(try await service.signInByAPI(alice.person, code: code).status == 200)
            }
            for offset in [-60, 90] {
                let code = alice.code(at: service.clock.now + .seconds(offset))
                expectProblem(try await service.signInByAPI(alice.person, code: code), 401)
            }
        }
    }

    @Test func aSignInAllowsFiveCodesAndTenMinutes() async throws {
        try await TestService.run { service in
            let alice = try await service.turnOnTwoFactor(service.makeTeam().owner)
            service.clock.advance(by: .seconds(30))
            let wrong = alice.wrongCode(at: service.clock.now)
            let cookie = try await service.enterPassword(of: alice.person).cookie
            for _ in 0..<5 { #expect(try await service.enterCode(wrong, cookie).status == 401) }
            let over = try await service.enterCode(alice.code(at: service.clock.now), cookie, next: "/account")
            #expect(over.location == "/sign-in?next=/account&reason=expired")
            let page = try await service.visit("/sign-in?next=/account&reason=expired")
            #expect(page.body.contains("That took too long, or had too many wrong codes. Sign in again."))

            let late = try await service.enterPassword(of: alice.person).cookie
            service.clock.advance(by: .seconds(600))
            let code = alice.code(at: service.clock.now)
            #expect(try await service.enterCode(code, late).location == "/sign-in?next=&reason=expired")
        }
    }

    /// Somebody who knows the password begins again and again, from ever other networks.
    @Test func codesAreNotGuessedHoweverOftenOneBegins() async throws {
        try await TestService.run { service in
            let alice = try await service.turnOnTwoFactor(service.makeTeam().owner)
            service.clock.advance(by: .seconds(30))
            let accounts = service.services.accounts
            let wrong = alice.wrongCode(at: service.clock.now)
            var refusals: [DomainError.Code] = []
            for number in 0..<20 {
                let visitor = Visitor(
                    network: ClientAddress(IPAddress("192.0.2.\(number)")), device: nil, session: nil,
                    isGone: { false })
                let token = accounts.secondFactors.pendingSignIns.add(
                    alice.person.user, passwordHash: try await Self.hash(of: alice.person, in: service),
                    at: service.clock.now)
                let error = await #expect(throws: DomainError.self) {
                    _ = try await accounts.finishSignIn(wrong, of: token, by: visitor)
                }
                refusals.append(try #require(error).code)
            }
            let expected: [DomainError.Code] =
                Array(repeating: .unauthenticated, count: 10) + Array(repeating: .tooOften, count: 10)
            #expect(refusals == expected)
            let right = try await service.signInByAPI(alice.person, code: alice.code(at: service.clock.now))
            expectProblem(right, 429)
            service.clock.advance(by: .seconds(3600))
            let later = try await service.signInByAPI(alice.person, code: alice.code(at: service.clock.now))
            #expect(later.status == 200)
        }
    }

    @Test func aRecoveryCodeSignsInOnce() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let alice = try await service.turnOnTwoFactor(team.owner)
            #expect(alice.recoveryCodes.count == 10 && Set(alice.recoveryCodes).count == 10)
            let cookie = try await service.enterPassword(of: alice.person).cookie
            let page = try await service.send(
                .get, "/sign-in/code?use=recovery", headers: [.cookie: try #require(cookie), .accept: "text/html"])
            #expect(page.body.contains("Recovery code") && !page.body.contains("inputmode"))
            let typed = alice.recoveryCodes[3].uppercased().replacing("-", with: "+")
            #expect(try await service.enterCode(typed, cookie).location == "/")
            let again = try await service.enterPassword(of: alice.person).cookie
            let refused = try await service.enterCode(alice.recoveryCodes[3], again)
            #expect(refused.status == 401 && refused.error(at: "code") == Self.wrongCode)
            let other = try await service.enterCode(alice.recoveryCodes[4], again)
            #expect(other.location == "/")
            let account = try await service.visit("/account", as: other.signedIn)
            #expect(account.body.contains("8 recovery codes left"))
        }
    }

    @Test func aCodeIsWorthNothingForAnotherAccount() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let alice = try await service.turnOnTwoFactor(team.owner)
            let bob = try await service.turnOnTwoFactor(service.join(team, "Bob Roy"))
            service.clock.advance(by: .seconds(30))
            for code in [bob.code(at: service.clock.now), bob.recoveryCodes[0]] {
                expectProblem(try await service.signInByAPI(alice.person, code: code), 401)
            }
            #expect(try await service.signInByAPI(bob.person, code: bob.recoveryCodes[0]).status == 200)
        }
    }

    @Test func anotherPasswordEndsWhatWaitsForACode() async throws {
        try await TestService.run { service in
            let alice = try await service.turnOnTwoFactor(service.makeTeam().owner)
            service.clock.advance(by: .seconds(30))
            let cookie = try await service.enterPassword(of: alice.person).cookie
            let hash = try await service.services.passwords.hash("another password 7", for: .administrator)
            try await service.store.accounts.resetPassword(
                of: alice.person.user.email, to: hash, at: service.clock.now)
            let answer = try await service.enterCode(alice.code(at: service.clock.now), cookie)
            #expect(answer.location == "/sign-in?next=&reason=expired")
        }
    }

    @Test func aProgramSendsTheCodeWithThePassword() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let alice = try await service.turnOnTwoFactor(team.owner)
            service.clock.advance(by: .seconds(30))
            let without = try await service.signInByAPI(alice.person, code: nil)
            expectProblem(without, 401)
            #expect(without.json["detail"]?.text?.contains("two-factor authentication") == true)
            #expect(without.headers[.setCookie] == nil)
            let right = try await service.signInByAPI(alice.person, code: alice.code(at: service.clock.now))
            #expect(right.status == 200 && right.headers[values: .setCookie].count == 1)
            #expect(try await service.send(.get, "/api/sessions", as: team.key).status == 200)
        }
    }

    @Test func aFormOfAnotherSiteFinishesNothing() async throws {
        try await TestService.run { service in
            let answer = try await service.submit("/sign-in/code", ["code": "123456"], from: "cross-site")
            #expect(answer.status == 403)
        }
    }

    private static func hash(of person: Person, in service: TestService) async throws -> String {
        try #require(try await service.store.accounts.credentials(of: person.user.email)).passwordHash
    }
}
