import Domain
import HTTPTypes
import Storage
import TestSupport
import Testing
import Web

/// Which credential decides, and which ones are none.
struct CredentialTests {
    private static func status(_ service: TestService, _ headers: HTTPFields) async throws -> Int {
        let answer = try await service.send(.get, "/api/sessions", headers: headers)
        if answer.status != 200 { expectProblem(answer, 401) }
        return answer.status
    }

    @Test(arguments: ["Bearer ", "bearer ", "BEARER "])
    func aKeyMayComeAsABearer(_ scheme: String) async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            #expect(try await Self.status(service, [.authorization: scheme + team.keyText]) == 200)
        }
    }

    @Test func ofAKeyAndACookieTheKeyDecides() async throws {
        try await TestService.run { service in
            let (team, other) = (try await service.makeTeam(), try await service.makeTeam("Other"))
            let badKeys = [team.key.forged, .key(""), .key("x"), .key(String(team.keyText.dropLast()))]
            for key in badKeys {
                let both = key.headers + team.owner.cookie.headers
                #expect(try await Self.status(service, both) == 401, "\(key)")
                guard case .key(let text) = key else { continue }
                let bearer: HTTPFields = [.authorization: "Bearer \(text)"]
                #expect(try await Self.status(service, bearer + team.owner.cookie.headers) == 401, "\(key)")
            }
            #expect(try await Self.status(service, team.key.headers + team.owner.cookie.forged.headers) == 200)

            // A program is refused what its person may do.
            let create = try await service.send(
                .post, "/api/sessions", headers: team.key.headers + team.owner.cookie.headers,
                body: #"{"organizationId":"\#(team.id)"}"#)
            expectProblem(create, 400)
            let list = try await service.send(
                .get, "/api/sessions?organizationId=\(other.id)", headers: team.key.headers + other.owner.cookie.headers
            )
            expectProblem(list, 403)
        }
    }

    @Test func anotherSchemeLeavesTheCookieToDecide() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let basic: HTTPFields = [.authorization: "Basic \(team.keyText)"]
            #expect(try await Self.status(service, basic) == 401)
            #expect(try await Self.status(service, basic + team.owner.cookie.headers) == 200)
        }
    }

    @Test func aRefusalTellsHowToAuthenticate() async throws {
        try await TestService.run { service in
            let answer = try await service.send(.get, "/api/sessions")
            expectProblem(answer, 401)
            #expect(answer.headers[.wwwAuthenticate] == "Bearer")
        }
    }

    @Test func whatIsNotExactlyTheKeyIsRefused() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let key = team.keyText
            let cookie = try #require(team.owner.cookie.headers[.cookie]).dropFirst("__session=".count)
            let wrong = [
                "", " ", String(key.dropLast()), key + "0", key.uppercased(), String(key.reversed()), "lsk_",
                String(cookie),
                String(key.dropFirst(4)), "lsb_" + key.dropFirst(4), key + "," + key, SecretToken(.apiKey).text,
                "' OR 1=1 --", String(repeating: "0", count: 59), "lsk_" + String(repeating: "é", count: 55),
            ]
            for text in wrong {
                #expect(try await Self.status(service, [.testAPIKey: text]) == 401, "\(text)")
                #expect(try await Self.status(service, [.authorization: "Bearer \(text)"]) == 401, "\(text)")
            }
            #expect(try await Self.status(service, team.key.forged.headers) == 401)
        }
    }

    @Test func whatIsNotExactlyTheCookieIsRefused() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let header = try #require(team.owner.cookie.headers[.cookie])
            let wrong = [
                "__session=", "__session", "__session=x", String(header.dropLast()), header + "0",
                "session" + header.dropFirst(9),
                "__session=\(team.keyText)", "__session=" + SecretToken(.browserSession).text, header.uppercased(),
            ]
            for cookie in wrong {
                #expect(try await Self.status(service, [.cookie: cookie]) == 401, "\(cookie)")
            }
            #expect(try await Self.status(service, team.owner.cookie.forged.headers) == 401)
            #expect(try await Self.status(service, [.cookie: "theme=dark; \(header); lang=en"]) == 200)
        }
    }

    @Test func aKeyEndsAtItsExpiryToTheMillisecond() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let (_, text) = try await service.issueKey(
                named: "short", for: team.organization.id, expiresAt: service.clock.now + .seconds(60))
            service.clock.advance(by: .milliseconds(59_999))
            #expect(try await Self.status(service, [.testAPIKey: text]) == 200)
            service.clock.advance(by: .milliseconds(1))
            #expect(try await Self.status(service, [.testAPIKey: text]) == 401)
            #expect(try await Self.status(service, team.key.headers) == 200)
        }
    }

    @Test func aCookieEndsAfterThirtyDaysToTheMillisecond() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            service.clock.advance(by: .seconds(30 * 86_400) - .milliseconds(1))
            #expect(try await Self.status(service, team.owner.cookie.headers) == 200)
            service.clock.advance(by: .milliseconds(1))
            #expect(try await Self.status(service, team.owner.cookie.headers) == 401)
        }
    }
}

extension HTTPFields {
    fileprivate static func + (left: HTTPFields, right: HTTPFields) -> HTTPFields {
        var all = left
        all.append(contentsOf: right)
        return all
    }
}
