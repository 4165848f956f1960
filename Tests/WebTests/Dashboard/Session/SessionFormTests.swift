import HTTPTypes
import TestSupport
import Testing

/// The forms on a session's page, without scripts.
struct SessionFormTests {
    private func form(_ place: String, of path: String) -> String { "\(path)/\(place)" }

    @Test func aFollowUpIsAppended() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let session = try await service.createSession(in: team)
            let path = team.path(of: session)
            let answer = try await service.submit(
                form("messages", of: path), as: team.owner.cookie, ["content": "One\r\n<b>two"])
            #expect(answer.status == 303 && answer.headers[.location] == "\(path)#end")
            let messages = try await service.session(session, of: team)["messages"]
            #expect(messages?[1]?["message"]?["content"] == "One\n<b>two")
            let page = try await service.visit(path, as: team.owner.cookie)
            #expect(page.body.contains("One<br />\n&lt;b&gt;two"))
        }
    }

    @Test(arguments: [("messages", "content", " \r\n"), ("title", "title", "  "), ("title", "title", "a\u{7}b")])
    func whatIsRefusedIsShownAgainWithTheReason(_ place: String, _ field: String, _ typed: String) async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let session = try await service.createSession(in: team)
            let before = try await service.session(session, of: team)
            let page = try await service.submit(
                form(place, of: team.path(of: session)), as: team.owner.cookie, [field: typed])
            #expect(page.status == 400 && page.error(at: field)?.contains(" must ") == true)
            #expect(page.body.contains("aria-describedby=\"") && page.body.contains("\(field)-error\""))
            #expect(try await service.session(session, of: team) == before)
        }
    }

    @Test func aTitleIsChanged() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let session = try await service.createSession(in: team)
            let path = team.path(of: session)
            let title = "\"Quoted\" <title> & more"
            let answer = try await service.submit(form("title", of: path), as: team.owner.cookie, ["title": title])
            #expect(answer.status == 303)
            #expect(try await service.session(session, of: team)["title"]?.text == title)
            let page = try await service.visit(path, as: team.owner.cookie)
            #expect(page.body.contains(">&quot;Quoted&quot; &lt;title&gt; &amp; more</h1>"))
            #expect(page.body.contains("value=\"&quot;Quoted&quot; &lt;title&gt; &amp; more\""))
        }
    }

    @Test func stoppingAndArchivingOfferTheOpposite() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let session = try await service.createSession(in: team)
            let path = team.path(of: session)
            func page(after place: String) async throws -> TestAnswer {
                let answer = try await service.submit(form(place, of: path), as: team.owner.cookie)
                #expect(answer.status == 303)
                return try await service.visit(path, as: team.owner.cookie)
            }
            let stopped = try await page(after: "stop")
            #expect(
                stopped.pageText.contains("Stopped by Alice Chen.") && !stopped.pageText.contains("Failed")
                    && !stopped.body.contains("/stop\""))
            let archived = try await page(after: "archive")
            #expect(archived.body.contains("<title>Archived: ") && archived.body.contains("/unarchive\""))
            let back = try await page(after: "unarchive")
            #expect(back.body.contains("<title>Stopped by Alice Chen: ") && back.body.contains("/archive\""))
        }
    }

    @Test func deletingIsAskedForFirst() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let session = try await service.createSession(in: team)
            let path = team.path(of: session)
            let question = try await service.visit(form("delete", of: path), as: team.owner.cookie)
            #expect(question.status == 200 && question.body.contains("method=\"post\" action=\"\(path)/delete\""))
            #expect(try await service.visit(path, as: team.owner.cookie).status == 200)
            let answer = try await service.submit(form("delete", of: path), as: team.owner.cookie)
            #expect(answer.status == 303 && answer.sayingPath == "/organizations/\(team.id)/sessions")
            #expect(try await service.visit(path, as: team.owner.cookie).status == 404)
        }
    }

    @Test func onlyTheAuthorAndOwnersAreOfferedToDelete() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let author = try await service.join(team, "Ann Author")
            let colleague = try await service.join(team, "Carl Colleague")
            let path = team.path(of: try await service.createSession(in: team, by: author))
            for (person, isOffered) in [(author, true), (team.owner, true), (colleague, false)] {
                let page = try await service.visit(path, as: person.cookie)
                #expect(page.body.contains("\(path)/delete") == isOffered)
            }
            #expect(try await service.visit(form("delete", of: path), as: colleague.cookie).status == 403)
            #expect(try await service.submit(form("delete", of: path), as: colleague.cookie).status == 403)
        }
    }

    @Test(arguments: ["messages", "title", "stop", "archive", "unarchive", "delete"])
    func aFormOfAnotherSiteIsRefused(_ place: String) async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let session = try await service.createSession(in: team)
            let before = try await service.session(session, of: team)
            let answer = try await service.submit(
                form(place, of: team.path(of: session)), as: team.owner.cookie,
                ["content": "Take over", "title": "Taken over"], from: "cross-site")
            #expect(answer.status == 403)
            #expect(try await service.session(session, of: team) == before)
        }
    }
}
