import HTTPTypes
import TestSupport
import Testing

struct SessionsPageTests {
    private func path(_ team: Team, _ query: String = "") -> String { "/organizations/\(team.id)/sessions\(query)" }

    @Test func aSessionIsOneRowThatLinksToIt() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam(owner: "Zoë <b>Quill</b>")
            let id = try await service.createSession(in: team, "Fix <script>alert(1)</script> in the header")
            let page = try await service.visit(path(team), as: team.owner.cookie)
            #expect(page.status == 200)
            #expect(page.body.contains("<li id=\"\(id)\" class=\"session-row\">"))
            #expect(page.body.contains("<a href=\"\(team.path(of: id))\" data-step dir=\"auto\" title=\"Fix "))
            #expect(page.body.contains("Zoë &lt;b&gt;Quill&lt;/b&gt;") && !page.body.contains("<script>alert"))
            #expect(
                page.body.contains("datetime=\"2026-02-11T10:00:00.000Z\" title=\"2026-02-11 10:00 UTC\">just now<"))
            #expect(page.body.contains("Agent elsewhere"))
        }
    }

    @Test func sessionsOfAgentsElsewhereAreNotAmongTheWorkingOnes() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            _ = try await service.createSession(in: team, "Paint the wall")
            let page = try await service.visit(path(team, "?view=working"), as: team.owner.cookie)
            #expect(page.body.contains("Working <span class=\"number\">0</span>"))
            #expect(page.body.contains("No agent is working right now."))
            let all = try await service.visit(path(team), as: team.owner.cookie)
            #expect(all.body.contains("Agent elsewhere") && all.body.contains("updated <time"))
        }
        try await TestService.run(queuesRuns: true) { service in
            let team = try await service.makeTeam()
            _ = try await service.createSession(in: team, "Paint the wall")
            let page = try await service.visit(path(team, "?view=working"), as: team.owner.cookie)
            #expect(page.body.contains("Working <span class=\"number\">1</span>") && page.body.contains("Paint wall"))
        }
    }

    @Test func theNumbersAndTheChartHaveAPageOfTheirOwn() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            _ = try await service.createSession(in: team, "Paint the wall")
            let list = try await service.visit(path(team), as: team.owner.cookie)
            #expect(
                list.body.contains("href=\"/organizations/\(team.id)/activity\"") && !list.body.contains("<svg view"))
            let page = try await service.visit("/organizations/\(team.id)/activity", as: team.owner.cookie)
            #expect(page.body.contains("<dt>Authors this week</dt><dd>1</dd>"))
            #expect(page.body.contains("<dt>Active now</dt><dd>1</dd>"))
            #expect(page.body.contains("aria-label=\"The last 8 weeks: 1 sessions, 0 pull requests merged.\""))
            #expect(page.body.contains("<tr><th scope=\"row\">2026-02-11</th><td>1</td><td>0</td></tr>"))
        }
    }

    @Test func anEmptyOrganizationHasAFormAndStepsByRole() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let page = try await service.visit(path(team), as: team.owner.cookie)
            #expect(page.body.contains("action=\"\(path(team))/new\"") && page.body.contains("name=\"initialMessage\""))
            #expect(page.body.contains("/settings/keys") && page.body.contains("/settings/invitations"))
            let member = try await service.join(team, "Bob Stone")
            let members = try await service.visit(path(team), as: member.cookie)
            #expect(members.body.contains("Next steps") && !members.body.contains("/settings/"))
            let made = try await service.submit(
                "\(path(team))/new", as: member.cookie, ["initialMessage": "Paint the wall"])
            #expect(made.status == 303)
            let list = try await service.visit(path(team), as: member.cookie)
            #expect(list.body.contains("Paint wall") && !list.body.contains("Next steps"))
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
            #expect(found.body.contains("value=\"wall 1\"") && found.body.contains(">1 result</p>"))
        }
    }

    @Test func viewsAreLinksWithCounts() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let bob = try await service.join(team, "Bob Stone")
            let mine = try await service.createSession(in: team, "Paint the wall")
            let failed = try await service.createSession(in: team, by: bob, "Paint the door")
            let stopped = try await service.createSession(in: team, by: bob, "Paint the roof")
            try await service.send(.patch, "/api/sessions/\(failed)", as: team.key, body: #"{"status":"failed"}"#)
            try await service.send(.post, "/api/sessions/\(stopped)/stop", as: team.key, body: "{}")
            func ids(_ view: String) async throws -> [String] {
                let page = try await service.visit(path(team, "?view=\(view)"), as: team.owner.cookie)
                return page.body.matches(of: /<li id="([^"]*)"/).map { String($0.1) }
            }
            #expect(try await ids("all").count == 3)
            #expect(try await ids("mine") == [mine])
            #expect(try await ids("working") == [], "no agent of this server runs")
            #expect(try await ids("failed") == [failed], "what a person stopped has not failed")
            #expect(try await ids("waiting") == [])
            #expect(try await ids("archived") == [])
            let page = try await service.visit(path(team), as: team.owner.cookie)
            #expect(page.body.contains("?view=failed\">Failed <span class=\"number\">1</span></a>"))
            #expect(page.body.contains("aria-current=\"page\">All <span class=\"number\">3</span></a>"))
            #expect(page.body.contains("Stopped by"))
        }
    }

    @Test func aChipDropsOneFilter() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            _ = try await service.createSession(in: team, "Paint the wall")
            let query = "?view=mine&q=wall&status=active&waiting=false"
            let page = try await service.visit(path(team, query), as: team.owner.cookie)
            #expect(page.body.contains("href=\"\(path(team))?view=mine&amp;q=wall&amp;waiting=false\"><span>Status: "))
            #expect(page.body.contains("href=\"\(path(team))?view=mine\">Clear</a>"))
            #expect(page.body.contains("<input type=\"hidden\" name=\"view\" value=\"mine\">"))
        }
    }

    @Test func whatASearchFoundIsMarked() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let id = try await service.createSession(in: team, "Write the menu")
            try await service.report(
                #"{"type":"assistant","message":{"content":"Rhubarb <b> crumble"}}"#, to: id, of: team)
            let page = try await service.visit(path(team, "?q=rhub"), as: team.owner.cookie)
            #expect(page.body.contains("<mark>Rhubarb</mark> &lt;b&gt; crumble"))
            let title = try await service.visit(path(team, "?q=menu"), as: team.owner.cookie)
            #expect(title.body.contains(id) && !title.body.contains("class=\"match\""))
            #expect(title.body.contains("title=\"Write menu\">Write <mark>menu</mark></a>"))
        }
    }

    @Test func whatFindsNothingOffersTheWayOn() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let id = try await service.createSession(in: team, "Paint the wall")
            try await service.send(.post, "/api/sessions/\(id)/archive", as: team.key, body: "{}")
            let page = try await service.visit(path(team, "?q=wall"), as: team.owner.cookie)
            #expect(page.body.contains("No session matches: <bdi>“wall”</bdi>"))
            #expect(
                page.body.contains("href=\"\(path(team))?q=wall&amp;archived=any\">Search archived sessions too (1)"))
            let none = try await service.visit(path(team, "?q=xylophone"), as: team.owner.cookie)
            #expect(none.body.contains("Clear search and filters") && !none.body.contains("Search archived"))
        }
    }

    @Test func fieldsLeftEmptyAreNoPartOfTheAddress() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let answer = try await service.visit(path(team, "?q=&status=active&author="), as: team.owner.cookie)
            #expect(answer.status == 303 && answer.headers[.location] == path(team, "?status=active"))
        }
    }

    @Test(arguments: [
        ("status=nonsense", "The status “nonsense” isn&#39;t known"), ("q=%22", "Type at least one word"),
        ("q=a*", "The search must have two letters or more"), ("cursor=old", "Here are the latest sessions"),
        ("view=x", "The view “x”"), ("archived=perhaps", "The archived “perhaps”"), ("q=%FF%FE", ""),
        ("q=a&q=b", ""), ("limit=99999", ""), ("repository=x", "The repository “x”"),
    ])
    func whatAnAddressCanNotMeanIsSaidAboveTheList(_ query: String, _ words: String) async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let id = try await service.createSession(in: team, "Paint the wall")
            let page = try await service.visit(path(team, "?\(query)"), as: team.owner.cookie)
            #expect(page.status == 200)
            #expect(page.body.contains(words) || page.pageText.contains(words.replacing("&#39;", with: "'")))
            if !words.isEmpty { #expect(page.body.contains(id) && page.body.contains("role=\"alert\"")) }
        }
    }

    @Test func aListWithoutAMatchedPlaceIsShort() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            for number in 0..<50 { _ = try await service.createSession(in: team, "Paint the wall number \(number)") }
            let page = try await service.visit(path(team), as: team.owner.cookie)
            #expect(page.body.matches(of: /class="session-row/).count == 50)
            #expect(page.body.utf8.count < 80_000)
        }
    }
}
