import HTTPTypes
import TestSupport
import Testing

struct NewSessionPageTests {
    private func path(_ team: Team) -> String { "/organizations/\(team.id)/sessions/new" }

    @Test func aSessionIsCreatedAndShown() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let answer = try await service.submit(
                path(team), as: team.owner.cookie,
                [
                    "initialMessage": "Paint the wall.\r\nIt's grey.", "repoUrl": "https://github.com/acme/house",
                    "baseBranch": "", "model": "",
                ])
            let place = try #require(answer.headers[.location])
            #expect(answer.status == 303 && place.hasPrefix("/organizations/\(team.id)/sessions/c"))
            let id = try #require(place.split(separator: "/").last)
            let session = try await service.send(.get, "/api/sessions/\(id)", as: team.key).json["session"]
            #expect(session?["title"] == "Paint wall" && session?["metadata"]?["repository"] == "acme/house")
            #expect(session?["messages"]?[0]?["message"]?["content"] == "Paint the wall.\nIt's grey.")
        }
    }

    @Test func whatWasUsedLastIsOffered() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            try await service.submit(
                path(team), as: team.owner.cookie,
                [
                    "initialMessage": "Paint", "repoUrl": "https://github.com/acme/house", "baseBranch": "develop",
                    "model": "house-model",
                ])
            let page = try await service.visit(path(team), as: team.owner.cookie)
            #expect(page.body.contains("<option value=\"house-model\" selected>house-model</option>"))
            let repository = "<option value=\"https://github.com/acme/house\" selected>acme/house</option>"
            #expect(page.body.contains(repository))
            #expect(page.body.contains("name=\"baseBranch\" value=\"develop\""))
            #expect(page.body.contains("<option value=\"develop\">"))
            let colleague = try await service.join(team, "Carl Colleague")
            #expect(try await !service.visit(path(team), as: colleague.cookie).body.contains("house-model"))
        }
    }

    @Test func errorsStandAtTheirFieldsAndNothingTypedIsLost() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let typed = [
                "initialMessage": "Tidy </textarea><script>alert(1)</script>", "repoUrl": "ftp://example.com",
                "baseBranch": "..", "model": "m",
            ]
            let page = try await service.submit(path(team), as: team.owner.cookie, typed)
            #expect(page.status == 400 && page.body.contains("id=\"baseBranch-error\""))
            #expect(page.body.contains("Tidy &lt;/textarea&gt;&lt;script&gt;") && !page.body.contains("<script>alert"))
            #expect(
                page.body.contains("name=\"otherRepository\" value=\"ftp://example.com\"")
                    && page.body.contains("<option value=\"m\" selected>")
            )
            let blank = try await service.submit(path(team), as: team.owner.cookie, ["initialMessage": " \r\n "])
            #expect(
                blank.status == 400
                    && blank.body.contains("id=\"initialMessage-error\">The message must describe the task."))
            #expect(
                try await service.send(.get, "/api/sessions", as: team.key).json["sessions"]?.elements.isEmpty == true)
        }
    }

    @Test func theTitleIsPreviewed() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let answer = try await service.submit(
                "\(path(team))/title", as: team.owner.cookie, ["initialMessage": "Please paint the wall"])
            #expect(answer.status == 200 && answer.body == "Paint wall")
            #expect(answer.headers[.contentType] == "text/plain; charset=utf-8")
        }
    }
}
