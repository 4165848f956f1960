import Domain
import Foundation
import HTTPTypes
import Storage
import TestSupport
import Testing

@testable import Web

struct SignInBrakeTests {
    private static let wrong = "not the password"

    private static func signIn(
        _ service: TestService, _ email: String, _ password: String = TestService.password, cookies: String? = nil
    ) async throws -> TestAnswer {
        var headers: HTTPFields = [.testFetchSite: "same-origin"]
        headers[.cookie] = cookies
        return try await service.send(
            .post, "/api/auth/sign-in", headers: headers, body: #"{"email":"\#(email)","password":"\#(password)"}"#)
    }

    private static func device(of answer: TestAnswer) throws -> String {
        try #require(
            answer.headers[values: .setCookie].first { $0.hasPrefix("__Host-__device=") }?.split(separator: ";").first
        )
        .description
    }

    private static func visitor(_ address: String) -> Visitor {
        Visitor(network: ClientAddress(IPAddress(address)), device: nil, session: nil, isGone: { false })
    }

    private static func body(_ email: String, _ password: String) throws -> SignInBody {
        try JSONDecoder().decode(
            SignInBody.self, from: Data(#"{"email":"\#(email)","password":"\#(password)"}"#.utf8))
    }

    @Test func failedAttemptsAreRefusedInTimeWhetherThereIsAnAccountOrNot() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            var refusals: [JSONValue?] = []
            for email in [team.owner.email, "nobody@example.com"] {
                for _ in 0..<10 { expectProblem(try await Self.signIn(service, email, Self.wrong), 401) }
                let refused = try await Self.signIn(service, email)
                expectProblem(refused, 429)
                #expect(refused.headers[.retryAfter] == "30")
                refusals.append(refused.json["detail"])
            }
            #expect(refusals[0] == refusals[1])
            service.clock.advance(by: .seconds(30))
            #expect(try await Self.signIn(service, team.owner.email).status == 200)
        }
    }

    @Test func signingInOftenCostsNothing() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            for _ in 0..<30 { #expect(try await Self.signIn(service, team.owner.email).status == 200) }
        }
    }

    @Test func guessingLocksOutNoOtherNetworkAndManyAccountsCountTogether() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let (services, email) = (service.services, team.owner.email)
            for number in 0..<60 {
                await #expect(throws: DomainError.self) {
                    try await services.accounts.signIn(
                        Self.body("user\(number)@example.com", Self.wrong), by: Self.visitor("192.0.2.1"))
                }
            }
            let refused = await #expect(throws: DomainError.self) {
                try await services.accounts.signIn(
                    Self.body(email, TestService.password), by: Self.visitor("192.0.2.1"))
            }
            #expect(refused?.code == .tooOften)
            _ = try await services.accounts.signIn(
                Self.body(email, TestService.password), by: Self.visitor("192.0.2.2"))
        }
    }

    @Test func aBrowserThatSignedInBeforeGetsInWhateverStrangersDo() async throws {
        var rates = SignInRates()
        rates.overall = Rate(20, per: .seconds(600))
        try await TestService.run(signInRates: rates) { service in
            let team = try await service.makeTeam()
            let email = team.owner.email
            let device = try Self.device(of: try await Self.signIn(service, email))
            for number in 0..<20 {
                await #expect(throws: DomainError.self) {
                    try await service.services.accounts.signIn(
                        Self.body(email, Self.wrong), by: Self.visitor("192.0.2.\(number)"))
                }
            }
            expectProblem(try await Self.signIn(service, email), 429)
            let answer = try await Self.signIn(service, email, cookies: device)
            #expect(answer.status == 200)
            // It is known already, and stays so.
            #expect(answer.headers[values: .setCookie].count == 1)
            // To another account it is a stranger.
            expectProblem(try await Self.signIn(service, "nobody@example.com", cookies: device), 429)
        }
    }

    @Test func aKnownBrowserThatFailsTooOftenIsAStranger() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let email = team.owner.email
            let device = try Self.device(of: try await Self.signIn(service, email))
            for _ in 0..<20 { expectProblem(try await Self.signIn(service, email, Self.wrong, cookies: device), 401) }
            expectProblem(try await Self.signIn(service, email, cookies: device), 429)
            service.clock.advance(by: .seconds(300))
            let again = try await Self.signIn(service, email, cookies: device)
            #expect(again.status == 200 && again.headers[values: .setCookie].count == 2)
        }
    }

    @Test func aForgedDeviceIsAStranger() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let forged = "__device=\(SecretToken(.knownBrowser).text)"
            for _ in 0..<10 {
                expectProblem(try await Self.signIn(service, team.owner.email, Self.wrong, cookies: forged), 401)
            }
            expectProblem(try await Self.signIn(service, team.owner.email, cookies: forged), 429)
        }
    }

    @Test func aNewPasswordMakesAllBrowsersStrangers() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let email = team.owner.email
            let device = try Self.device(of: try await Self.signIn(service, email))
            let hash = try await service.services.passwords.hash(TestService.password, for: .administrator)
            try await service.store.accounts.resetPassword(of: team.owner.user.email, to: hash, at: service.clock.now)
            let answer = try await Self.signIn(service, email, cookies: device)
            #expect(answer.headers[values: .setCookie].count == 2)
        }
    }

    @Test func signingInAgainEndsTheBrowsersEarlierSession() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let first = try await Self.signIn(service, team.owner.email).signedIn
            let other = try await Self.signIn(service, team.owner.email).signedIn
            let second = try await Self.signIn(
                service, team.owner.email, cookies: first.headers[.cookie]
            ).signedIn
            expectProblem(try await service.send(.get, "/api/me", as: first), 401)
            for cookie in [second, other, team.owner.cookie] {
                #expect(try await service.send(.get, "/api/me", as: cookie).status == 200)
            }
        }
    }

    @Test func aFormTellsOfTheBrakeAndKeepsAllButThePassword() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let form = ["email": team.owner.email, "password": Self.wrong]
            for _ in 0..<10 { #expect(try await service.submit("/sign-in", form).status == 401) }
            let refused = try await service.submit("/sign-in", form)
            #expect(refused.status == 429 && refused.headers[.retryAfter] == "30")
            #expect(refused.body.contains("Too many attempts. Try again in 30 seconds."))
            #expect(refused.body.contains(team.owner.email) && !refused.body.contains(Self.wrong))
        }
    }

    @Test func aStolenCookieDoesNotGuessThePresentPassword() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            func change(from current: String, as cookie: Credential) async throws -> TestAnswer {
                try await service.send(
                    .post, "/api/me/password", as: cookie,
                    body: #"{"current":"\#(current)","new":"another password 7"}"#)
            }
            for _ in 0..<10 { #expect(try await change(from: Self.wrong, as: team.owner.cookie).status == 400) }
            expectProblem(try await change(from: TestService.password, as: team.owner.cookie), 429)
            let elsewhere = try await service.signIn(team.owner)
            #expect(try await change(from: TestService.password, as: elsewhere).status == 204)
        }
    }

    @Test func linksAreNotGuessedWithoutEnd() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let invitation = try await service.invite(to: team)
            func lookUp(_ token: String) async throws -> TestAnswer {
                try await service.send(.post, "/api/invitations/look-up", body: #"{"token":"\#(token)"}"#)
            }
            for _ in 0..<100 { #expect(try await lookUp(invitation).status == 200) }
            for _ in 0..<60 { expectProblem(try await lookUp(SecretToken(.invitation).text), 404) }
            expectProblem(try await lookUp(invitation), 429)
            expectProblem(try await service.signUp(invitation), 429)
            expectProblem(try await service.join(invitation, as: team.owner.cookie), 429)
            service.clock.advance(by: .seconds(10))
            #expect(try await lookUp(invitation).status == 200)
        }
    }
}
