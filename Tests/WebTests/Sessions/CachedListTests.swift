import Domain
import HTTPTypes
import Storage
import TestSupport
import Testing
import Web

/// The cached list always equals a newly read list.
struct CachedListTests {
    /// Random changes in two organizations.
    private enum Step: CaseIterable {
        case create, followUp, report, rename, stop, archive, delete, merge, callOtherwise, signIn, wait, jumpToAnEdge
    }

    /// Also what somebody has of it who asks only whether it is still the same.
    @Test(arguments: [1, 2, 3])
    func itIsTheListWhateverHappens(seed: UInt64) async throws {
        try await TestService.run { service in
            var random = SeededGenerator(seed: seed)
            let teams = [
                try await service.makeTeam("One", owner: "Olga"), try await service.makeTeam("Two", owner: "Tom"),
            ]
            var edges: [Timestamp] = []
            var known: [String: TestAnswer] = [:]
            for step in 0..<700 {
                let team = teams[Int.random(in: 0..<2, using: &random)]
                edges.append(service.clock.now)
                try await take(Step.allCases.randomElement(using: &random) ?? .create, team, &edges, &random, service)
                for team in teams {
                    let kept = try await service.send(.get, "/api/sessions", as: team.key)
                    let read = try await service.send(.get, "/api/sessions?limit=200&archived=any", as: team.key)
                    try #require(kept.body == read.body, "after step \(step)")
                    let asked = try await service.send(
                        .get, "/api/sessions", as: team.key,
                        headers: [
                            .ifNoneMatch: known[team.id]?.headers[.eTag] ?? "\"none\"",
                            .acceptEncoding: ["gzip", "identity"].randomElement(using: &random) ?? "",
                        ])
                    let isKnown = known[team.id]?.body == read.body
                    try #require(asked.status == (isKnown ? 304 : 200), "after step \(step)")
                    try #require(asked.unzipped == (isKnown ? "" : read.body), "after step \(step)")
                    try #require(asked.headers[.eTag] == kept.headers[.eTag])
                    known[team.id] = kept
                }
            }
        }
    }

    private func take(
        _ step: Step, _ team: Team, _ edges: inout [Timestamp], _ random: inout SeededGenerator, _ service: TestService
    ) async throws {
        let list = try await service.send(.get, "/api/sessions?limit=200&archived=any", as: team.key)
        let sessions = list.json["sessions"]
        let id = sessions?.elements.randomElement(using: &random)?["id"]?.text ?? "none"
        let path = "/api/sessions/\(id)"
        switch step {
        case .create:
            // Few enough sessions for one page.
            guard sessions?.elements.count ?? 0 < 60 else { return }
            _ = try await service.createSession(in: team, "Paint wall \(Int.random(in: 0..<99, using: &random))")
        case .followUp:
            try await service.send(.post, "\(path)/messages", as: team.owner.cookie, body: #"{"content":"Go on"}"#)
        case .report:
            let line = #"{"type":"result","subtype":"success","result":"Painted."}"#
            try await service.send(.post, "\(path)/messages", as: team.key, body: line)
        case .rename:
            let title = "Paint \(Int.random(in: 0..<99, using: &random))"
            try await service.send(.patch, path, as: team.key, body: #"{"title":"\#(title)"}"#)
        case .stop: try await service.send(.post, "\(path)/stop", as: team.key, body: "{}")
        case .archive:
            let action = Bool.random(using: &random) ? "archive" : "unarchive"
            try await service.send(.post, "\(path)/\(action)", as: team.key, body: "{}")
        case .delete:
            guard sessions?.elements.count ?? 0 > 20 else { return }
            try await service.send(.delete, path, as: team.owner.cookie, headers: [.contentType: "application/json"])
        case .merge:
            let number = Int.random(in: 1..<9, using: &random)
            let time = service.clock.now + .seconds(Int.random(in: -700_000..<90_000, using: &random))
            edges.append(time)
            let url = "https://github.com/acme/web-app/pull/\(number)"
            try await service.send(
                .put, "\(path)/pull-request", as: team.key,
                body: #"{"number":\#(number),"url":"\#(url)","status":"merged","mergedAt":"\#(time)"}"#)
        case .callOtherwise:
            let name = "Person \(Int.random(in: 0..<99, using: &random))"
            try await service.send(.patch, "/api/me", as: team.owner.cookie, body: #"{"name":"\#(name)"}"#)
        case .signIn:
            let body = #"{"email":"\#(team.owner.email)","password":"\#(TestService.password)"}"#
            try await service.send(.post, "/api/auth/sign-in", body: body)
        case .wait: service.clock.advance(by: .milliseconds(Int.random(in: 0..<200_000, using: &random)))
        case .jumpToAnEdge:
            // Just before, at or after the moment when something leaves a window.
            guard let edge = edges.randomElement(using: &random) else { return }
            let length = Duration.seconds(Bool.random(using: &random) ? 300 : 7 * 86_400)
            let moment = edge + length + .milliseconds(Int.random(in: -1...1, using: &random))
            if moment > service.clock.now { service.clock.set(moment) }
        }
    }

    @Test func aClockThatIsSetBackCountsAnew() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            _ = try await service.createSession(in: team)
            let now = service.clock.now
            func authors() async throws -> Int? {
                try await service.send(.get, "/api/sessions", as: team.key).json["stats"]?["authorsPastWeek"]?.integer
            }
            #expect(try await authors() == 1)
            service.clock.set(now - .seconds(60))
            #expect(try await authors() == 0)
            service.clock.set(now)
            #expect(try await authors() == 1)
        }
    }

    /// A key that was revoked isn't let in because it was a moment ago.
    @Test func whatIsRememberedOfACredentialEndsWithIt() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let person = try await service.join(team, "Mia")
            func status(_ credential: Credential) async throws -> Int {
                try await service.send(.get, "/api/sessions?organizationId=\(team.id)", as: credential).status
            }
            for _ in 0..<2 {
                #expect(try await status(team.key) == 200)
                #expect(try await status(person.cookie) == 200)
            }
            try await service.store.apiKeys.revoke(team.keyID, of: team.organization.id, at: service.clock.now)
            #expect(try await status(team.key) == 401)
            try await service.store.members.remove(person.user.id, from: team.organization.id, at: service.clock.now)
            #expect(try await status(person.cookie) == 403)
            try await service.store.accounts.disable(person.user.email, at: service.clock.now)
            #expect(try await status(person.cookie) == 401)
            #expect(try await status(team.owner.cookie) == 200)
            service.clock.advance(by: TestService.browserLimits.maximum)
            #expect(try await status(team.owner.cookie) == 401)
        }
    }
}
