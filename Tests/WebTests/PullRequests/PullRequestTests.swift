import Domain
import HTTPTypes
import TestSupport
import Testing

/// `PUT /api/sessions/{id}/pull-request`.
struct PullRequestTests {
    private static let url = "https://github.com/acme/web-app/pull/42"

    /// Reports a pull request, by default #42 without the time of a merge.
    private static func report(
        _ service: TestService, _ team: Team, _ id: String, _ status: String, url: String = url, mergedAt: String? = nil
    ) async throws -> TestAnswer {
        let time = mergedAt.map { #","mergedAt":"\#($0)""# } ?? ""
        return try await service.send(
            .put, "/api/sessions/\(id)/pull-request", as: team.key,
            body: #"{"number":42,"url":"\#(url)","status":"\#(status)"\#(time)}"#)
    }

    private static func merges(_ service: TestService, _ team: Team) async throws -> JSONValue? {
        try await service.stats(of: team)["mergesPastWeek"]
    }

    @Test(arguments: ["draft", "open", "merged", "closed"])
    func aReportedPullRequestIsShownWithTheSession(_ status: String) async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let id = try await service.createSession(in: team)
            #expect(try await service.session(id, of: team)["metadata"] == .object([:]))
            service.clock.advance(by: .seconds(60))
            let answer = try await Self.report(service, team, id, status)
            #expect(answer.status == 200)
            #expect(answer.json.keys == ["session"])
            let metadata: JSONValue = ["prNumber": 42, "prUrl": .string(Self.url), "prStatus": .string(status)]
            #expect(answer.json["session"]?["metadata"] == metadata)
            #expect(answer.json["session"]?["updatedAt"] == "2026-02-11T10:01:00.000Z")
            let list = try await service.send(.get, "/api/sessions", as: team.key)
            #expect(list.json["sessions"]?[0] == answer.json["session"])
            #expect(list.json["stats"]?["mergesPastWeek"] == (status == "merged" ? 1 : 0))
            // The agent's `result` ends a session.
            #expect(answer.json["session"]?["status"] == "active")
        }
    }

    @Test func mergedTwiceCountsOnceAndKeepsItsTime() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let id = try await service.createSession(in: team)
            _ = try await Self.report(service, team, id, "merged")
            service.clock.advance(by: .seconds(6 * 86_400))
            _ = try await Self.report(service, team, id, "merged")
            #expect(try await Self.merges(service, team) == 1)
            // A week after the first report: the second didn't make the merge younger.
            service.clock.advance(by: .seconds(86_400))
            #expect(try await Self.merges(service, team) == 0)
        }
    }

    @Test func aMergesOwnTimeCountsAndMayBeCorrected() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let id = try await service.createSession(in: team)
            _ = try await Self.report(service, team, id, "merged", mergedAt: "2026-02-04T10:00:00.000Z")
            #expect(try await Self.merges(service, team) == 0)
            _ = try await Self.report(service, team, id, "merged", mergedAt: "2026-02-04T11:00:00.001+01:00")
            #expect(try await Self.merges(service, team) == 1)
            // Without a time the one that is known stays.
            _ = try await Self.report(service, team, id, "merged")
            service.clock.advance(by: .milliseconds(1))
            #expect(try await Self.merges(service, team) == 0)
        }
    }

    @Test(arguments: ["open", "draft", "closed"])
    func aPullRequestThatIsNoLongerMergedNoLongerCounts(_ status: String) async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let id = try await service.createSession(in: team)
            _ = try await Self.report(service, team, id, "merged", mergedAt: "2026-02-01T00:00:00Z")
            let answer = try await Self.report(service, team, id, status)
            #expect(answer.json["session"]?["metadata"]?["prStatus"]?.text == status)
            #expect(try await Self.merges(service, team) == 0)
            // Merged again, it is merged now.
            _ = try await Self.report(service, team, id, "merged")
            #expect(try await Self.merges(service, team) == 1)
        }
    }

    @Test func twoSessionsWithTheSamePullRequestCountItOnce() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let (first, second) = (try await service.createSession(in: team), try await service.createSession(in: team))
            _ = try await Self.report(service, team, first, "merged")
            _ = try await Self.report(service, team, second, "merged", url: Self.url + "/")
            #expect(try await Self.merges(service, team) == 1)
            _ = try await Self.report(service, team, second, "merged", url: "https://github.com/acme/web-app/pull/43")
            #expect(try await Self.merges(service, team) == 2)
        }
    }

    @Test func aSessionShowsTheLatestOfSeveralButAllCount() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let id = try await service.createSession(in: team)
            let other = "https://github.com/acme/api/pull/7"
            _ = try await Self.report(service, team, id, "merged")
            let answer = try await Self.report(service, team, id, "merged", url: other)
            #expect(answer.json["session"]?["metadata"]?["prUrl"]?.text == other)
            #expect(try await Self.merges(service, team) == 2)
            let again = try await Self.report(service, team, id, "open")
            #expect(again.json["session"]?["metadata"]?["prUrl"]?.text == Self.url)
            #expect(try await Self.merges(service, team) == 1)
        }
    }

    @Test func anotherOrganizationsMergesDoNotCount() async throws {
        try await TestService.run { service in
            let (team, other) = (try await service.makeTeam(), try await service.makeTeam("Other"))
            let id = try await service.createSession(in: other)
            _ = try await Self.report(service, other, id, "merged")
            #expect(try await Self.merges(service, team) == 0)
            #expect(try await Self.merges(service, other) == 1)
        }
    }

    @Test(arguments: [
        "", "x", "http://github.com/a/b/pull/1", "https://", "https:///a", "https://github.com", "ftp://github.com/a",
        "https://user:secret@github.com/a/b/pull/1", "javascript:alert(1)", "https://github.com/a b", "HTTPS://é/a/b",
        #"https://github.com/\""#, #"https://github.com/a\nb"#,
    ])
    func anAddressThatCouldNotBeLinkedToIsRefused(_ url: String) async throws {
        try await RefusalWorld.run { world in
            let answer = try await Self.report(world.service, world.team, world.session, "open", url: url)
            expectProblem(answer, 400, pointers: ["/url"])
            #expect(!answer.body.contains("secret"))
        }
    }

    @Test(arguments: ["Merged", "MERGED", "active", "", "reopened"])
    func anUnknownStatusIsRefused(_ status: String) async throws {
        try await RefusalWorld.run { world in
            let answer = try await Self.report(world.service, world.team, world.session, status)
            expectProblem(answer, 400, pointers: ["/status"])
        }
    }

    @Test(arguments: ["draft", "open", "closed"])
    func onlyAMergedOneHasATimeOfMerging(_ status: String) async throws {
        try await RefusalWorld.run { world in
            let answer = try await Self.report(
                world.service, world.team, world.session, status, mergedAt: "2026-02-10T14:30:00.000Z")
            expectProblem(answer, 400, pointers: ["/mergedAt"])
        }
    }

    @Test func anUnknownSessionIsNotFoundAndAnothersIsForbidden() async throws {
        try await TestService.run { service in
            let (team, other) = (try await service.makeTeam(), try await service.makeTeam("Other"))
            let id = try await service.createSession(in: team)
            expectProblem(try await Self.report(service, team, "cunknown", "merged"), 404)
            expectProblem(try await Self.report(service, other, id, "merged"), 403)
            #expect(try await Self.merges(service, other) == 0)
        }
    }
}
