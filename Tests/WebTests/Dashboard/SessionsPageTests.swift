import HTTPTypes
import TestSupport
import Testing

struct SessionsPageTests {
    private func path(_ team: Team, _ query: String = "") -> String { "/organizations/\(team.id)/sessions\(query)" }

    @Test func itShowsTheNumbersTheChartAndTheSessions() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam(owner: "Zoë <b>Quill</b>")
            let id = try await service.createSession(in: team, "Fix <script>alert(1)</script> in the header")
            let page = try await service.visit(path(team), as: team.owner.cookie)
            #expect(page.status == 200)
            #expect(page.body.contains("<dt>People who started sessions this week</dt><dd>1</dd>"))
            #expect(page.body.contains("aria-label=\"The last 8 weeks: 1 sessions, 0 pull requests merged.\""))
            #expect(page.body.contains("<tr><th scope=\"row\">2026-02-11</th><td>1</td><td>0</td></tr>"))
            #expect(page.body.contains("<li id=\"\(id)\" class=\"session-card\">"))
            #expect(page.body.contains("Zoë &lt;b&gt;Quill&lt;/b&gt;") && !page.body.contains("<script>alert"))
            #expect(
                page.body.contains("datetime=\"2026-02-11T10:00:00.000Z\" title=\"2026-02-11 10:00 UTC\">just now<"))
        }
    }

    @Test func anEmptyOrganizationIsToldWhatToDoFirst() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let page = try await service.visit(path(team), as: team.owner.cookie)
            #expect(page.body.contains("Start here") && page.body.contains("href=\"\(path(team))/new\""))
            #expect(!page.body.contains("No session matches"))
            _ = try await service.createSession(in: team)
            let none = try await service.visit(path(team, "?q=nonexistent"), as: team.owner.cookie)
            #expect(none.body.contains("No session matches") && !none.body.contains("Start here"))
        }
    }

    @Test func filtersAndPagesAreThoseOfTheAPI() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            var ids: [String] = []
            for number in 0..<3 {
                service.clock.advance(by: .seconds(1))
                ids.append(try await service.createSession(in: team, "Paint wall \(number)"))
            }
            try await service.send(.post, "/api/sessions/\(ids[0])/archive", as: team.key, body: "{}")
            let first = try await service.visit(path(team, "?limit=1"), as: team.owner.cookie)
            #expect(first.body.contains(ids[2]) && !first.body.contains(ids[1]))
            let more = try #require(first.body.firstMatch(of: /href="([^"]*cursor=[^"]*)"/)).1
            let second = try await service.visit(String(more), as: team.owner.cookie)
            #expect(second.body.contains(ids[1]) && !second.body.contains(ids[2]) && !second.body.contains(ids[0]))
            let archived = try await service.visit(path(team, "?archived=true"), as: team.owner.cookie)
            #expect(archived.body.contains(ids[0]) && !archived.body.contains(ids[1]))
            let found = try await service.visit(path(team, "?q=wall+1"), as: team.owner.cookie)
            #expect(found.body.contains(ids[1]) && !found.body.contains(ids[2]))
            #expect(found.body.contains("value=\"wall 1\""))
        }
    }

    @Test func fieldsLeftEmptyAreNoPartOfTheAddress() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let answer = try await service.visit(path(team, "?q=&status=active&author="), as: team.owner.cookie)
            #expect(answer.status == 303 && answer.headers[.location] == path(team, "?status=active"))
            let bad = try await service.visit(path(team, "?status=nonsense"), as: team.owner.cookie)
            #expect(bad.status == 400 && bad.body.contains("Something&#39;s wrong with that request"))
        }
    }
}
