import HTTPTypes
import TestSupport
import Testing

/// The list of sessions by their last change.
struct SessionOrderTests {
    /// The sessions that a page lists.
    private static func listed(_ page: TestAnswer) -> [String] {
        page.body.matches(of: /<li id="(c[a-z0-9]+)" class="session-row/).map { String($0.1) }
    }

    /// Sessions made one after the other, the last of them changed first and the first of them last.
    private static func make(_ count: Int, in team: Team, of service: TestService) async throws -> [String] {
        var sessions: [String] = []
        for number in 0..<count {
            sessions.append(try await service.createSession(in: team, "Paint wall \(number)"))
            service.clock.advance(by: .seconds(60))
        }
        for session in sessions.reversed() {
            try await service.report(Line.agent(Line.text("At work")), to: session, of: team)
            service.clock.advance(by: .seconds(60))
        }
        return sessions
    }

    @Test func whatChangedLastComesFirstAndThePageSaysSo() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let sessions = try await Self.make(3, in: team, of: service)
            let path = "/organizations/\(team.id)/sessions"
            for query in ["", "?q=paint", "?view=mine"] {
                let created = try await service.visit(path + query, as: team.owner.cookie)
                #expect(Self.listed(created) == sessions.reversed() && !created.pageText.contains("Sorted by"))
                let changed = try await service.visit(
                    "\(path)\(query.isEmpty ? "?" : "\(query)&")sort=changed", as: team.owner.cookie)
                #expect(Self.listed(changed) == sessions)
                #expect(changed.pageText.contains("Sorted by: last change"))
                #expect(changed.body.contains("href=\"\(path)\(query)\"><span>Sorted by"))
                #expect(changed.body.contains("<option value=\"changed\" selected>Last change</option>"))
                #expect(changed.pageText.contains("1 minute ago"))
            }
            let page = try await service.visit("\(path)?sort=changed", as: team.owner.cookie)
            #expect(page.body.contains("href=\"\(path)?view=mine&amp;sort=changed\""))
        }
    }

    @Test func pagesFollowEachOtherWhileSessionsChange() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let sessions = try await Self.make(7, in: team, of: service)
            var path = "/organizations/\(team.id)/sessions?sort=changed&limit=2"
            var seen: [String] = []
            for page in 0..<4 {
                let answer = try await service.visit(path, as: team.owner.cookie)
                seen += Self.listed(answer)
                // One that was shown already moves to the front.
                if page == 1 {
                    try await service.report(Line.agent(Line.text("More")), to: sessions[0], of: team)
                }
                guard let next = answer.body.firstMatch(of: /href="([^"]+)">Load more/)?.1 else { break }
                path = String(next).replacing("&amp;", with: "&") + "&limit=2"
            }
            #expect(seen == sessions)
        }
    }

    @Test func viewsWithAnOrderOfTheirOwnKeepIt() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let path = "/organizations/\(team.id)/sessions"
            for view in ["for-you", "unread"] {
                let page = try await service.visit("\(path)?view=\(view)&sort=changed", as: team.owner.cookie)
                #expect(page.status == 200 && !page.pageText.contains("Sorted by"))
                #expect(!page.body.contains("name=\"sort\""))
            }
            let page = try await service.visit("\(path)?sort=size", as: team.owner.cookie)
            #expect(page.pageText.contains("The order “size” isn't known") || page.body.contains("The order"))
        }
    }
}
