import HTTPTypes
import TestSupport
import Testing

/// A person's `POST /api/sessions/{id}/messages`.
struct FollowUpTests {
    private static func followUp(
        _ service: TestService, _ id: String, _ person: Person, _ content: String
    ) async throws -> TestAnswer {
        try await service.send(
            .post, "/api/sessions/\(id)/messages", as: person.cookie, body: #"{"content":"\#(content)"}"#)
    }

    @Test func aFollowUpMakesASessionActiveAgain() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let id = try await service.createSession(in: team, "Fix the login page")
            let failure = #"{"type":"result","subtype":"error_max_turns","errors":["Too many turns"]}"#
            try await service.report(failure, to: id, of: team)
            #expect(try await service.session(id, of: team)["error"] == "Too many turns")

            service.clock.advance(by: .seconds(30))
            let member = try await service.join(team, "Mia Member")
            let answer = try await Self.followUp(service, id, member, "Try again, with the tests.")
            #expect(answer.status == 201)
            #expect(answer.json.keys == ["session", "lastSequence"])
            #expect(answer.json["lastSequence"] == 3)
            let session = answer.json["session"]
            #expect(session?["status"] == "active")
            #expect(session?["error"] == nil)
            #expect(session?["messageCount"] == 3)
            #expect(session?["lastMessagePreview"] == "Try again, with the tests.")
            #expect(session?["title"] == "Fix login page")
            #expect(session?["updatedAt"] == "2026-02-11T10:00:30.000Z")
            // Its author stays the person who created it.
            #expect(session?["author"]?["name"] == "Alice Chen")
        }
    }

    @Test func aPageOfMessagesSaysWhoWroteWhat() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let id = try await service.createSession(in: team, "Fix it")
            let member = try await service.join(team, "Mia Member")
            service.clock.advance(by: .seconds(1))
            _ = try await Self.followUp(service, id, member, #"And \"this\" \\ \ud83d\ude00\n\ttoo"#)
            try await service.report(#"{"type":"assistant","message":{"content":"Yes."}}"#, to: id, of: team)
            let page = try await service.send(.get, "/api/sessions/\(id)/messages", as: team.key)
            let messages: JSONValue = [
                [
                    "sequence": 1, "createdAt": "2026-02-11T10:00:00.000Z", "type": "user",
                    "author": ["id": .string(team.owner.id), "name": "Alice Chen"], "message": ["content": "Fix it"],
                ],
                [
                    "sequence": 2, "createdAt": "2026-02-11T10:00:01.000Z", "type": "user",
                    "author": ["id": .string(member.id), "name": "Mia Member"],
                    "message": ["content": "And \"this\" \\ 😀\n\ttoo"],
                ],
                [
                    "sequence": 3, "createdAt": "2026-02-11T10:00:01.000Z", "type": "assistant",
                    "message": ["content": "Yes."],
                ],
            ]
            #expect(page.json == ["messages": messages, "hasMore": false])
            #expect(!page.body.contains(member.email))
        }
    }

    @Test func anAgentsLineIsNoFollowUpAndAFollowUpNoAgentsLine() async throws {
        try await RefusalWorld.run { world in
            let line = #"{"type":"assistant","message":{"content":"Done"}}"#
            let path = "/api/sessions/\(world.session)/messages"
            let byPerson = try await world.service.send(.post, path, as: world.team.owner.cookie, body: line)
            expectProblem(byPerson, 400, pointers: ["/content"])
            let byKey = try await world.service.send(.post, path, as: world.team.key, body: #"{"content":"Go on"}"#)
            expectProblem(byKey, 400, pointers: ["/1"])
        }
    }
}
