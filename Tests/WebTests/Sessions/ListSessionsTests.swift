import Domain
import HTTPTypes
import Storage
import TestSupport
import Testing

/// `GET /api/sessions`.
struct ListSessionsTests {
    private static let zeroes: JSONValue = [
        "mergesPastWeek": 0, "authorsPastWeek": 0, "humansPastWeek": 0, "humansPromptingNow": 0,
    ]

    @Test func anEmptyOrganizationHasAnEmptyListAndZeroes() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let answer = try await service.send(.get, "/api/sessions", as: team.key)
            #expect(answer.status == 200)
            #expect(answer.json == ["sessions": [], "stats": Self.zeroes])
        }
    }

    /// The session of the reference, as its example shows it.
    @Test func aSessionLooksAsInTheReference() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let body = """
                {"organizationId":"\(team.id)","repoUrl":"https://github.com/acme/web-app","initialMessage":"Add input \
                validation to the signup form. Email should be validated, password needs 8+ chars with a number."}
                """
            let created = try await service.send(.post, "/api/sessions", as: team.owner.cookie, body: body)
            let id = try #require(created.json["session"]?["id"]?.text)
            service.clock.advance(by: .seconds(900))
            let reply = """
                {"type":"assistant","message":{"content":"I've opened PR #42 with the changes. Both fields are checked \
                before the form is sent."}}
                """
            try await service.report(reply + "\n" + #"{"type":"result","subtype":"success"}"#, to: id, of: team)
            try await service.send(
                .put, "/api/sessions/\(id)/pull-request", as: team.key,
                body: #"{"number":42,"url":"https://github.com/acme/web-app/pull/42","status":"open"}"#)

            let answer = try await service.send(.get, "/api/sessions", as: team.key)
            let session: JSONValue = [
                "id": .string(id), "title": "Add input validation to signup form", "status": "completed",
                "state": "completed",
                "createdAt": "2026-02-11T10:00:00.000Z", "updatedAt": "2026-02-11T10:15:00.000Z",
                "model": "claude-opus-4-6", "author": ["id": .string(team.owner.id), "name": "Alice Chen"],
                "metadata": [
                    "repository": "acme/web-app", "prNumber": 42, "prUrl": "https://github.com/acme/web-app/pull/42",
                    "prStatus": "open",
                ],
                "messageCount": 3, "firstMessagePreview": "Add input validation to the signup form...",
                "lastMessagePreview": "I've opened PR #42 with the changes...",
            ]
            let stats: JSONValue = [
                "mergesPastWeek": 0, "authorsPastWeek": 1, "humansPastWeek": 1, "humansPromptingNow": 0,
            ]
            #expect(answer.json == ["sessions": [session], "stats": stats])
        }
    }

    @Test func theNewestComesFirstAndThoseOfOneMillisecondByID() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            var expected: [String] = []
            for _ in 0..<3 {
                var batch: [String] = []
                for _ in 0..<4 { batch.append(try await service.createSession(in: team)) }
                expected = batch.sorted() + expected
                service.clock.advance(by: .milliseconds(1))
            }
            // Later changes of a session don't move it.
            try await service.report(#"{"type":"assistant"}"#, to: expected[11], of: team)
            let list = try await service.send(.get, "/api/sessions", as: team.key)
            #expect(list.json["sessions"]?.elements.compactMap { $0["id"]?.text } == expected)
        }
    }

    /// Lists are sent in batches of 500: just below, at and above a batch's end.
    @Test(arguments: [499, 500, 501, 1000, 1234])
    func aLongListIsWholeAndInOrder(_ count: Int) async throws {
        try await TestService.run { service in
            let (team, other) = (try await service.makeTeam(), try await service.makeTeam("Other"))
            _ = try await service.createSession(in: other, "Paint the shed")
            let author = Author(id: team.owner.user.id, name: "Alice Chen", imageURL: nil)
            let start = service.clock.now
            let ids = try await withThrowingTaskGroup(of: Session.self) { group in
                for index in 0..<count {
                    group.addTask {
                        let draft = SessionDraft(
                            organizationID: team.organization.id, prompt: nil, repository: nil, model: nil)
                        // Three share each millisecond.
                        let time = start + .milliseconds(index / 3)
                        let created = try await service.store.sessions.create(draft, by: author, at: time, once: nil)
                        guard case .now(let session) = created else { throw CancellationError() }
                        return session
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            let expected = ids.sorted { ($1.createdAt, $0.id) < ($0.createdAt, $1.id) }.map(\.id.rawValue)
            let answer = try await service.send(.get, "/api/sessions", as: team.key)
            #expect(answer.status == 200)
            #expect(answer.json.keys == ["sessions", "stats"])
            let sessions = answer.json["sessions"]?.elements ?? []
            #expect(sessions.compactMap { $0["id"]?.text } == expected)
            #expect(sessions.allSatisfy { $0["title"] == "New session" })
            // In upper case, as no identifier has it.
            #expect(!answer.body.contains("Paint"))
        }
    }

    @Test func aListNeverHasMessagesOrTasks() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            _ = try await service.createSession(in: team)
            let session = try await service.send(.get, "/api/sessions", as: team.key).json["sessions"]?[0]
            #expect(session?.keys.isDisjoint(with: ["messages", "tasks", "error", "organizationId"]) == true)
        }
    }
}
