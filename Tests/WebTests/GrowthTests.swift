import HTTPTypes
import TestSupport
import Testing
import Web

struct GrowthTests {
    private static func run(
        _ set: (inout GrowthLimits) -> Void, _ test: @Sendable (TestService, Team) async throws -> Void
    ) async throws {
        var limits = GrowthLimits.unlimited
        set(&limits)
        try await TestService.run(limits: limits) { service in try await test(service, try await service.makeTeam()) }
    }

    private static func create(
        _ service: TestService, _ team: Team, as person: Person? = nil, key: String? = nil
    ) async throws -> TestAnswer {
        var headers = HTTPFields()
        if let key { headers[.testIdempotencyKey] = key }
        return try await service.send(
            .post, "/api/sessions", as: (person ?? team.owner).cookie, headers: headers,
            body: #"{"organizationId":"\#(team.id)","initialMessage":"Sweep the floor"}"#)
    }

    @Test func aPersonMakesSoManySessionsAMinute() async throws {
        try await Self.run {
            $0.sessionsPerMinute = 3
        } _: { service, team in
            for _ in 0..<3 { #expect(try await Self.create(service, team).status == 201) }
            let refused = try await Self.create(service, team)
            expectProblem(refused, 429)
            #expect(refused.headers[.retryAfter] == "20")
            let form = ["initialMessage": "Sweep the floor"]
            let page = "/organizations/\(team.id)/sessions/new"
            let shown = try await service.submit(page, as: team.owner.cookie, form)
            #expect(shown.status == 429 && shown.headers[.retryAfter] == "20")
            #expect(shown.body.contains("Sweep the floor") && shown.body.contains("Too many new sessions"))
            #expect(try await Self.create(service, team, as: service.join(team, "Bob")).status == 201)
            service.clock.advance(by: .seconds(20))
            #expect(try await Self.create(service, team).status == 201)
        }
    }

    @Test func repeatedAndRefusedRequestsCostNothing() async throws {
        try await Self.run {
            $0.sessionsPerMinute = 2
        } _: { service, team in
            for _ in 0..<10 { #expect(try await Self.create(service, team, key: "once").status == 201) }
            for _ in 0..<10 {
                let answer = try await service.send(
                    .post, "/api/sessions", as: team.owner.cookie,
                    headers: [.testIdempotencyKey: "not a key: ü"], body: #"{"organizationId":"\#(team.id)"}"#)
                expectProblem(answer, 400)
            }
            #expect(try await Self.create(service, team).status == 201)
            expectProblem(try await Self.create(service, team), 429)
        }
    }

    @Test func aPersonSaysSoManyThingsAMinute() async throws {
        try await Self.run {
            $0.messagesPerMinute = 2
        } _: { service, team in
            let id = try await service.createSession(in: team)
            func say() async throws -> TestAnswer {
                try await service.send(
                    .post, "/api/sessions/\(id)/messages", as: team.owner.cookie, body: #"{"content":"More"}"#)
            }
            for _ in 0..<2 { #expect(try await say().status == 201) }
            expectProblem(try await say(), 429)
            let page = "/organizations/\(team.id)/sessions/\(id)/messages"
            #expect(try await service.submit(page, as: team.owner.cookie, ["content": "More"]).status == 429)
        }
    }

    @Test func agentsReportSoMuchAMinuteWithOneKey() async throws {
        try await Self.run {
            $0.agentBytesPerMinute = 100
        } _: { service, team in
            let id = try await service.createSession(in: team)
            let line = #"{"type":"assistant","content":"Hello"}"# + "\n"
            for _ in 0..<2 { #expect(try await service.report(line, to: id, of: team).status == 201) }
            expectProblem(try await service.report(line, to: id, of: team), 429)
            service.clock.advance(by: .seconds(60))
            // More than there ever is at once takes all there is.
            let many = String(repeating: line, count: 10)
            #expect(try await service.report(many, to: id, of: team).status == 201)
            expectProblem(try await service.report(line, to: id, of: team), 429)
        }
    }

    @Test(arguments: ["api-keys", "runner-tokens", "invitations", "environments"])
    func anOwnerAddsSoMuchAMinute(place: String) async throws {
        try await Self.run {
            $0.settingsPerMinute = 2
        } _: { service, team in
            for number in 0..<3 {
                let answer = try await Self.add(service, team, to: place, number)
                #expect(answer.status == (number < 2 ? 201 : 429))
            }
        }
    }

    @Test(arguments: ["api-keys", "runner-tokens", "invitations", "environments"])
    func anOrganizationHasSoManyAtOnce(place: String) async throws {
        try await Self.run {
            // The team has a key from the start.
            ($0.keys, $0.runnerTokens, $0.invitations, $0.environments) = (3, 2, 2, 2)
        } _: { service, team in
            var ids: [String] = []
            for number in 0..<3 {
                let answer = try await Self.add(service, team, to: place, number)
                #expect(answer.status == (number < 2 ? 201 : 409))
                ids += ["apiKey", "runnerToken", "invitation", "environment"]
                    .compactMap { answer.json[$0]?["id"]?.text }
            }
            let path = "\(team.path)/\(place)/\(try #require(ids.first))"
            #expect(try await service.send(.delete, path, as: team.owner.cookie, body: "{}").status == 204)
            #expect(try await Self.add(service, team, to: place, 3).status == 201)
        }
    }

    private static func add(
        _ service: TestService, _ team: Team, to place: String, _ number: Int
    ) async throws -> TestAnswer {
        try await service.send(
            .post, "\(team.path)/\(place)", as: team.owner.cookie,
            body: place == "invitations" ? "{}" : #"{"name":"number \#(number)"}"#)
    }
}

extension HTTPField.Name {
    static var testIdempotencyKey: Self { Self("Idempotency-Key") ?? .testRequestID }
}
