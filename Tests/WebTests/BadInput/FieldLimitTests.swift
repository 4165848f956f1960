import TestSupport
import Testing

/// Fields at their limits, which are taken, and over them, which are not.
struct FieldLimitTests {
    struct Limit: CustomTestStringConvertible {
        let route: BodyRoute
        let field: String
        /// The longest value that is taken, and one that is a character longer.
        let longest: String
        let tooLong: String
        var granted = 200

        var testDescription: String { "\(route).\(field)" }

        /// - Parameter unit: a text that counts as one character.
        init(
            _ route: BodyRoute, _ field: String, _ count: Int, of unit: String = "a", prefix: String = "", granted: Int
        ) {
            self.route = route
            self.field = field
            longest = "\"\(prefix)\(String(repeating: unit, count: count))\""
            tooLong = "\"\(prefix)\(String(repeating: unit, count: count + 1))\""
            self.granted = granted
        }
    }

    private static let accent = "e\u{301}"
    private static let family = "👩‍👩‍👧"
    private static let repository = "https://github.com/"

    static let limits = [
        Limit(.createSession, "initialMessage", 100_000, granted: 201),
        Limit(.createSession, "initialMessage", 100_000, of: accent, granted: 201),
        Limit(.createSession, "initialMessage", 100_000, of: "漢", granted: 201),
        Limit(.createSession, "model", 100, granted: 201),
        Limit(.createSession, "model", 100, of: accent, granted: 201),
        Limit(.createSession, "model", 100, of: family, granted: 201),
        Limit(.createSession, "repoUrl", 100, prefix: repository + "acme/", granted: 201),
        Limit(.createSession, "baseBranch", 240, granted: 201),
        Limit(.editSession, "title", 200, granted: 200),
        Limit(.editSession, "title", 200, of: family, granted: 200),
        Limit(.followUp, "content", 100_000, granted: 201),
        Limit(.reportPullRequest, "url", 500 - 28, prefix: "https://github.com/a/b/pull/", granted: 200),
        Limit(.signIn, "password", 1000, granted: 401),
        Limit(.createAPIKey, "name", 100, granted: 201),
        Limit(.createAPIKey, "name", 100, of: accent, granted: 201),
        Limit(.createAPIKey, "name", 100, of: family, granted: 201),
    ]

    @Test(arguments: limits)
    func theLongestIsTaken(_ limit: Limit) async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let session = try await service.createSession(in: team)
            let world = RefusalWorld(service: service, team: team, session: session)
            let answer = try await world.send(
                limit.route.body(in: world, [limit.field: limit.longest]), to: limit.route)
            #expect(answer.status == limit.granted, "\(answer.body)")
        }
    }

    @Test(arguments: limits)
    func oneCharacterMoreIsRefused(_ limit: Limit) async throws {
        try await RefusalWorld.run { world in
            let answer = try await world.send(
                limit.route.body(in: world, [limit.field: limit.tooLong]), to: limit.route)
            expectProblem(answer, 400, pointers: ["/\(limit.field)"])
            #expect(answer.body.utf8.count < 1000, "a problem doesn't repeat what was sent")
        }
    }

    @Test(arguments: ["0", "-1", "-9223372036854775808"])
    func aPullRequestsNumberStartsAtOne(_ number: String) async throws {
        try await RefusalWorld.run { world in
            let answer = try await world.send(
                BodyRoute.reportPullRequest.body(in: world, ["number": number]), to: .reportPullRequest)
            expectProblem(answer, 400, pointers: ["/number"])
        }
    }
}
