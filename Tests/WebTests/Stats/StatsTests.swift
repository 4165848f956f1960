import Domain
import HTTPTypes
import Storage
import TestSupport
import Testing
import Web

/// The four numbers beside the list, at the edges of their windows `(now − 7 days, now]` and `(now − 5 minutes, now]`.
struct StatsTests {
    private static let week: Duration = .seconds(7 * 86_400)
    private static let fiveMinutes: Duration = .seconds(300)
    private static let instant: Duration = .milliseconds(1)

    private static func numbers(_ merges: Int, authors: Int, humans: Int, now: Int) -> JSONValue {
        [
            "mergesPastWeek": .number(Double(merges)), "authorsPastWeek": .number(Double(authors)),
            "humansPastWeek": .number(Double(humans)), "humansPromptingNow": .number(Double(now)),
        ]
    }

    private static func followUp(_ service: TestService, _ id: String, _ person: Person) async throws {
        let answer = try await service.send(
            .post, "/api/sessions/\(id)/messages", as: person.cookie, body: #"{"content":"Go on"}"#)
        #expect(answer.status == 201)
    }

    private static func merge(
        _ service: TestService, _ team: Team, _ id: String, number: Int = 1, at time: Timestamp
    ) async throws {
        let url = "https://github.com/acme/web-app/pull/\(number)"
        let answer = try await service.send(
            .put, "/api/sessions/\(id)/pull-request", as: team.key,
            body: #"{"number":\#(number),"url":"\#(url)","status":"merged","mergedAt":"\#(time)"}"#)
        #expect(answer.status == 200)
    }

    @Test func everythingCountsFromItsOwnMillisecondOnAndForAWeek() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let start = service.clock.now
            let id = try await service.createSession(in: team)
            try await Self.merge(service, team, id, at: start)
            let edges: [(Duration, JSONValue)] = [
                (.zero - Self.instant, Self.numbers(0, authors: 0, humans: 0, now: 0)),
                (.zero, Self.numbers(1, authors: 1, humans: 1, now: 1)),
                (Self.fiveMinutes - Self.instant, Self.numbers(1, authors: 1, humans: 1, now: 1)),
                (Self.fiveMinutes, Self.numbers(1, authors: 1, humans: 1, now: 0)),
                (Self.week - Self.instant, Self.numbers(1, authors: 1, humans: 1, now: 0)),
                (Self.week, Self.numbers(0, authors: 0, humans: 0, now: 0)),
            ]
            for (age, expected) in edges {
                service.clock.set(start + age)
                #expect(try await service.stats(of: team) == expected, "\(age)")
            }
        }
    }

    @Test func aMergeToComeDoesNotCountYet() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let id = try await service.createSession(in: team)
            try await Self.merge(service, team, id, at: service.clock.now + Self.instant)
            #expect(try await service.stats(of: team)["mergesPastWeek"] == 0)
            service.clock.advance(by: Self.instant)
            #expect(try await service.stats(of: team)["mergesPastWeek"] == 1)
        }
    }

    @Test func everyMergeInTheWindowCountsAndNoOlderOne() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let id = try await service.createSession(in: team)
            let now = service.clock.now
            let ages: [Duration] = [
                .zero, Self.instant, .seconds(86_400), Self.week - Self.instant, Self.week, Self.week * 2,
            ]
            for (number, age) in ages.enumerated() {
                try await Self.merge(service, team, id, number: number + 1, at: now - age)
            }
            #expect(try await service.stats(of: team)["mergesPastWeek"] == 4)
        }
    }

    @Test func aPersonCountsOnceHoweverMuchTheyDo() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            for _ in 0..<3 {
                let id = try await service.createSession(in: team)
                for _ in 0..<3 { try await Self.followUp(service, id, team.owner) }
            }
            #expect(try await service.stats(of: team) == Self.numbers(0, authors: 1, humans: 1, now: 1))
        }
    }

    @Test func whoeverOnlyFollowsUpIsAHumanButNoAuthor() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let id = try await service.createSession(in: team)
            service.clock.advance(by: Self.week)
            let member = try await service.join(team, "Mia Member")
            try await Self.followUp(service, id, member)
            #expect(try await service.stats(of: team) == Self.numbers(0, authors: 0, humans: 1, now: 1))
            service.clock.advance(by: Self.fiveMinutes)
            #expect(try await service.stats(of: team) == Self.numbers(0, authors: 0, humans: 1, now: 0))
        }
    }

    @Test func whoeverStartsASessionWithoutAPromptIsAnAuthorButSentNothing() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            _ = try await service.createSession(in: team, nil)
            #expect(try await service.stats(of: team) == Self.numbers(0, authors: 1, humans: 0, now: 0))
        }
    }

    @Test func anAgentsMessagesNeverCountAsAHumans() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let id = try await service.createSession(in: team, nil)
            let lines = [
                #"{"type":"user","message":{"role":"user","content":"Go on"}}"#,
                #"{"type":"user","author":{"id":"\#(team.owner.id)"},"message":{"content":"Go on"}}"#,
                #"{"type":"assistant","message":{"content":"Done"}}"#, #"{"type":"result","subtype":"success"}"#,
            ]
            try await service.report(lines.joined(separator: "\n"), to: id, of: team)
            #expect(try await service.stats(of: team) == Self.numbers(0, authors: 1, humans: 0, now: 0))
        }
    }

    @Test func anOlderMessageDoesNotHideANewerOneNorANewerAnOlder() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let member = try await service.join(team, "Mia Member")
            let id = try await service.createSession(in: team, by: member)
            service.clock.advance(by: Self.week - Self.instant)
            try await Self.followUp(service, id, team.owner)
            #expect(try await service.stats(of: team) == Self.numbers(0, authors: 1, humans: 2, now: 1))
            service.clock.advance(by: Self.instant)
            #expect(try await service.stats(of: team) == Self.numbers(0, authors: 0, humans: 1, now: 1))
            try await Self.followUp(service, id, member)
            #expect(try await service.stats(of: team) == Self.numbers(0, authors: 0, humans: 2, now: 2))
        }
    }

    @Test func eachOrganizationHasItsOwnNumbers() async throws {
        try await TestService.run { service in
            let (team, other) = (try await service.makeTeam(), try await service.makeTeam("Other"))
            let id = try await service.createSession(in: other)
            try await Self.merge(service, other, id, at: service.clock.now)
            #expect(try await service.stats(of: team) == Self.numbers(0, authors: 0, humans: 0, now: 0))
            #expect(try await service.stats(of: other) == Self.numbers(1, authors: 1, humans: 1, now: 1))
        }
    }

    @Test func aMemberOfTwoOrganizationsCountsWhereTheyWere() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let second = try await service.store.accounts.addOrganization(
                "Second", owner: team.owner.user.email, at: service.clock.now)
            let (_, key) = try await service.issueKey(named: "second", for: second.id, expiresAt: nil)
            _ = try await service.createSession(in: team)
            let away = try await service.send(.get, "/api/sessions", as: .key(key))
            #expect(away.json["stats"] == Self.numbers(0, authors: 0, humans: 0, now: 0))
            #expect(try await service.stats(of: team) == Self.numbers(0, authors: 1, humans: 1, now: 1))
        }
    }

    /// A person's activity still counts after their account is disabled.
    @Test func aDisabledUserStillCounts() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let member = try await service.join(team, "Mia Member")
            _ = try await service.createSession(in: team, by: member)
            try await service.store.accounts.disable(member.user.email, at: service.clock.now)
            #expect(try await service.stats(of: team) == Self.numbers(0, authors: 1, humans: 1, now: 1))
        }
    }
}
