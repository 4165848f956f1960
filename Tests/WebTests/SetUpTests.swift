import Domain
import GRDB
import HTTPTypes
import Storage
import TestSupport
import Testing

@testable import Web

struct SetUpTests {
    @Test func untilThenEverythingButSettingUpAndHealthIsUnavailable() async throws {
        try await TestService.run(isSetUp: false) { service in
            let served = ["/api/setup", "/setup", "/livez", "/readyz", "/service-worker.js"]
            for route in RouteTable(service.services).routes
            where !served.contains(route.path) && !route.path.hasPrefix("/assets/") {
                let answer = try await service.send(route.method, route.path, as: .key("lsk_x"))
                #expect(answer.status == 503, "\(route.method) \(route.path)")
                #expect(answer.headers[.contentType] == "application/problem+json")
                #expect(answer.json["detail"]?.text?.contains("not set up yet") == true)
            }
            #expect(try await service.send(.get, "/nowhere").status == 503)
            #expect(try await service.send(.get, "/api/setup").status == 405)
            for path in ["/livez", "/readyz"] {
                let answer = try await service.send(.get, path)
                #expect(answer.status == 200 && answer.json == ["status": "ok"])
            }
        }
    }

    @Test func theLinkMakesAnOrganizationAndSignsItsOwnerIn() async throws {
        try await TestService.run(isSetUp: false) { service in
            let answer = try await setUp(token(of: service), service)
            #expect(answer.status == 201)
            let organization = try #require(answer.json["organizations"]?[0])
            #expect(organization["name"] == "Acme" && organization["role"] == "owner")
            #expect(answer.json["user"]?["email"] == "alice@example.com")
            #expect(try await service.send(.get, "/api/me", as: answer.signedIn).status == 200)
            #expect(try await service.send(.get, "/api/me").status == 401)
        }
    }

    @Test func fiftyClaimsAtOnceMakeOneOwner() async throws {
        try await TestService.run(isSetUp: false) { service in
            let token = token(of: service)
            let answers = try await service.all(50) { number in
                try await setUp(token, email: "owner\(number)@example.com", service)
            }
            #expect(answers.filter { $0.status == 201 }.count == 1)
            // Requests that didn't fit in the queue are told to try again.
            #expect(answers.filter { $0.status == 409 || $0.status == 503 }.count == 49)
            #expect(try await service.store.accounts.accounts().count == 1)
            #expect(try await service.store.accounts.organizations().count == 1)
        }
    }

    /// Another claim may succeed between a claim's two looks at the gate.
    @Test func whoIsAMomentLateIsToldThatItIsDone() {
        let (gate, clock) = (SetUpGate(), TestClock())
        let token = gate.issueToken(at: clock.now).text
        gate.open()
        #expect(throws: DomainError.alreadySetUp) { try gate.check(token, at: clock.now) }
    }

    @Test func aSecondSetUpIsRefused() async throws {
        try await TestService.run(isSetUp: false) { service in
            let token = token(of: service)
            let first = try await setUp(token, service)
            #expect(first.status == 201)
            for token in [token, SecretToken(.setUp).text, ""] {
                #expect(try await setUp(token, email: "eve@example.com", service).status == 409)
            }
            #expect(try await service.store.accounts.accounts().count == 1)
        }
    }

    @Test func onlyTheLinkInTimeOpensIt() async throws {
        try await TestService.run(isSetUp: false) { service in
            let early = try await setUp(SecretToken(.setUp).text, service)
            #expect(early.status == 404)
            let replaced = token(of: service)
            let token = token(of: service)
            for wrong in [replaced, SecretToken(.setUp).text, SecretToken(.invitation).text, "", token + "0"] {
                #expect(try await setUp(wrong, service).status == 404)
            }
            service.clock.advance(by: SetUpGate.linkLifetime)
            #expect(try await setUp(token, service).status == 404)
            #expect(try await service.store.accounts.accounts().isEmpty)
            service.clock.advance(by: .milliseconds(-1))
            #expect(try await setUp(token, service).status == 201)
        }
    }

    @Test func anOrganizationThatComesAnotherWayOpensItToo() async throws {
        try await TestService.run(isSetUp: false) { service in
            let token = token(of: service)
            let team = try await service.makeTeam()
            #expect(try await service.send(.get, "/api/sessions", as: team.key).status == 200)
            #expect(try await setUp(token, service).status == 409)
        }
    }

    @Test func onceOpenItAsksTheDatabaseNoMore() async throws {
        try await TestService.run(isSetUp: false) { service in
            let first = try await setUp(token(of: service), service)
            #expect(first.status == 201)
            let database = try DatabaseQueue(path: service.directory.dataDirectory.databasePath)
            try await database.write { try $0.execute(sql: "ALTER TABLE organizations RENAME TO gone") }
            #expect(try await service.send(.get, "/api/me").status == 401)
        }
    }

    @Test(arguments: [
        ("{}", ["/token", "/organization", "/name", "/email", "/password"]),
        (
            #"{"token":1,"organization":2,"name":3,"email":4,"password":5}"#,
            ["/token", "/organization", "/name", "/email", "/password"]
        ),
        (
            #"{"token":"x","organization":" ","name":"","email":"a b@c","password":"12345678901"}"#,
            ["/organization", "/name", "/email", "/password"]
        ),
        ("[]", []),
    ])
    func aWrongFieldIsNamed(body: String, pointers: [String]) async throws {
        try await TestService.run(isSetUp: false) { service in
            let answer = try await service.send(.post, "/api/setup", body: body)
            #expect(answer.status == 400)
            #expect(Set(answer.pointers) == Set(pointers))
        }
    }

    private func token(of service: TestService) -> String {
        service.services.setUpGate.issueToken(at: service.clock.now).text
    }

    private func setUp(
        _ token: String, email: String = "alice@example.com", _ service: TestService
    ) async throws -> TestAnswer {
        try await service.send(
            .post, "/api/setup",
            body: """
                {"token":"\(token)","organization":"Acme","name":"Alice Chen","email":"\(email)",
                "password":"\(TestService.password)"}
                """)
    }
}
