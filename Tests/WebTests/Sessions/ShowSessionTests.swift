import HTTPTypes
import TestSupport
import Testing

/// `GET /api/sessions/{id}`, and which fields a session has when.
struct ShowSessionTests {
    private static let always: Set = [
        "id", "title", "status", "state", "createdAt", "updatedAt", "model", "author", "metadata", "messageCount",
    ]

    @Test func aSessionWithoutAMessageIsNamedByItsFirst() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let id = try await service.createSession(in: team, nil)
            let empty = try await service.session(id, of: team)
            #expect(empty.keys == Self.always.union(["messages", "tasks"]))
            #expect(empty["title"] == "New session")
            #expect(empty["messageCount"] == 0)
            #expect(empty["metadata"] == .object([:]))
            #expect(empty["messages"] == [])
            #expect(empty["tasks"] == [])

            service.clock.advance(by: .seconds(60))
            let answer = try await service.send(
                .post, "/api/sessions/\(id)/messages", as: team.owner.cookie,
                body: #"{"content":"Please fix the login page. It is broken."}"#)
            #expect(answer.status == 201)
            let named = try await service.session(id, of: team)
            #expect(named.keys == Self.always.union(["messages", "tasks", "firstMessagePreview"]))
            #expect(named["title"] == "Fix login page")
            #expect(named["messageCount"] == 1)
            #expect(
                named["messages"] == [
                    ["type": "user", "message": ["content": "Please fix the login page. It is broken."]]
                ])
            #expect(named["createdAt"] == "2026-02-11T10:00:00.000Z")
            #expect(named["updatedAt"] == "2026-02-11T10:01:00.000Z")
        }
    }

    @Test func theLastMessageIsPreviewedOnceThereAreTwoWithText() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let id = try await service.createSession(in: team, "Fix the login page")
            #expect(try await service.session(id, of: team)["lastMessagePreview"] == nil)
            let tool = #"{"type":"assistant","message":{"content":[{"type":"tool_use","name":"Bash","input":{}}]}}"#
            try await service.report(tool, to: id, of: team)
            #expect(try await service.session(id, of: team)["lastMessagePreview"] == nil)
            try await service.report(#"{"type":"assistant","message":{"content":"Done."}}"#, to: id, of: team)
            try await service.report(tool, to: id, of: team)
            let session = try await service.session(id, of: team)
            #expect(session["lastMessagePreview"] == "Done.")
            #expect(session["firstMessagePreview"] == "Fix the login page")
            #expect(session["messageCount"] == 4)
        }
    }

    @Test func aKeyAndACookieSeeTheSame() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let id = try await service.createSession(in: team)
            let byKey = try await service.send(.get, "/api/sessions/\(id)", as: team.key)
            let byCookie = try await service.send(.get, "/api/sessions/\(id)", as: team.owner.cookie)
            #expect(byKey.status == 200)
            #expect(byKey.body == byCookie.body)
            #expect(byKey.json.keys == ["session"])
        }
    }

    @Test func anUnknownSessionIsNotFoundAndAnothersIsForbidden() async throws {
        try await TestService.run { service in
            let (team, other) = (try await service.makeTeam(), try await service.makeTeam("Other"))
            let id = try await service.createSession(in: team)
            for path in ["", "/messages"] {
                expectProblem(try await service.send(.get, "/api/sessions/\(id)\(path)", as: other.key), 403)
                expectProblem(try await service.send(.get, "/api/sessions/\(id)\(path)", as: other.owner.cookie), 403)
                for unknown in ["c", "cm3abc123def", id.uppercased(), id + "0", "%00", "%27%20OR%201", "*"] {
                    let answer = try await service.send(.get, "/api/sessions/\(unknown)\(path)", as: team.key)
                    expectProblem(answer, 404)
                    #expect(answer.json["detail"] == "There is no session with this id.")
                }
            }
        }
    }

    @Test func aLongConversationArrivesWhole() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let id = try await service.createSession(in: team, nil)
            // Around the size of a part, several parts long, and with characters that a part may end within.
            let sizes = [0, 1, 131_000, 131_018, 131_019, 131_020, 131_072, 400_000, 5, 900_000]
            let lines = sizes.map { #"{"type":"assistant","text":"\#(String(repeating: "ü", count: $0 / 2))"}"# }
            for line in lines { try await service.report(line, to: id, of: team) }
            let answer = try await service.send(.get, "/api/sessions/\(id)", as: team.key)
            #expect(answer.body.contains(#""messages":[\#(lines.joined(separator: ","))],"tasks":[]"#))
        }
    }
}
