import HTTPTypes
import TestSupport
import Testing

/// `PATCH /api/sessions/{id}`.
struct EditSessionTests {
    private static func edit(
        _ service: TestService, _ id: String, as credential: Credential, _ body: String
    ) async throws -> TestAnswer {
        try await service.send(.patch, "/api/sessions/\(id)", as: credential, body: body)
    }

    @Test func anEditAnswersWithTheSessionInTheShapeOfTheList() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let id = try await service.createSession(in: team)
            service.clock.advance(by: .seconds(5))
            let answer = try await Self.edit(
                service, id, as: team.key, #"{"title":"  A better name ","status":"completed"}"#)
            #expect(answer.status == 200)
            #expect(answer.json["session"]?["title"] == "A better name")
            #expect(answer.json["session"]?["status"] == "completed")
            #expect(answer.json["session"]?["updatedAt"] == "2026-02-11T10:00:05.000Z")
            let list = try await service.send(.get, "/api/sessions", as: team.key)
            #expect(answer.json["session"] == list.json["sessions"]?[0])
        }
    }

    @Test func aGivenTitleIsNeverReplaced() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let id = try await service.createSession(in: team, nil)
            // Even one that looks like the placeholder.
            _ = try await Self.edit(service, id, as: team.owner.cookie, #"{"title":"New session"}"#)
            _ = try await service.send(
                .post, "/api/sessions/\(id)/messages", as: team.owner.cookie, body: #"{"content":"Paint the shed"}"#)
            try await service.report(#"{"type":"assistant","message":{"content":"Which colour?"}}"#, to: id, of: team)
            let session = try await service.session(id, of: team)
            #expect(session["title"] == "New session")
            #expect(session["firstMessagePreview"] == "Paint the shed")
        }
    }

    @Test func anEmptyEditChangesNothingNotEvenTheTime() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let id = try await service.createSession(in: team)
            let before = try await service.contents(of: team)
            service.clock.advance(by: .seconds(5))
            for body in ["{}", #"{"unknown":1}"#, #"{"status":"active"}"#] {
                for credential in [team.key, team.owner.cookie] {
                    #expect(try await Self.edit(service, id, as: credential, body).status == 200)
                }
            }
            #expect(try await service.contents(of: team) == before)
        }
    }

    @Test func oneFieldAloneLeavesTheOther() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let id = try await service.createSession(in: team, "Fix the login page")
            let status = try await Self.edit(service, id, as: team.key, #"{"status":"completed"}"#)
            #expect(status.json["session"]?["title"] == "Fix login page")
            let title = try await Self.edit(service, id, as: team.key, #"{"title":"Login"}"#)
            #expect(title.json["session"]?["status"] == "completed")
        }
    }

    @Test func aSessionMarkedAsFailedSaysByWhomUntilItNoLongerIs() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let id = try await service.createSession(in: team)
            let byPerson = try await Self.edit(service, id, as: team.owner.cookie, #"{"status":"failed"}"#)
            #expect(byPerson.json["session"]?["error"] == "Marked as failed by Alice Chen.")
            // It has already failed.
            let again = try await Self.edit(service, id, as: team.key, #"{"status":"failed"}"#)
            #expect(again.json["session"]?["error"] == "Marked as failed by Alice Chen.")
            for status in ["active", "completed"] {
                let answer = try await Self.edit(service, id, as: team.key, #"{"status":"\#(status)"}"#)
                #expect(answer.json["session"]?["error"] == nil)
            }
            let byKey = try await Self.edit(service, id, as: team.key, #"{"status":"failed"}"#)
            #expect(byKey.json["session"]?["error"] == "Marked as failed by the API key test.")
            #expect(!byKey.body.contains(team.keyText))
        }
    }

    @Test(arguments: ["Active", "archived", "done", "open", "active ", "0"])
    func anUnknownStatusIsRefusedWithWhatElseIsInTheBody(_ status: String) async throws {
        try await RefusalWorld.run { world in
            let answer = try await world.send(#"{"title":"Taken","status":"\#(status)"}"#, to: .editSession)
            expectProblem(answer, 400, pointers: ["/status"])
            #expect(answer.json["detail"] == "`status` must be one of active, completed, failed.")
        }
    }

    @Test(arguments: [#"a\nb"#, #"a\u0007b"#, #"a\tb"#, #"a\u0085b"#])
    func aTitleIsOneLineWithoutControls(_ title: String) async throws {
        try await RefusalWorld.run { world in
            let answer = try await world.send(#"{"title":"\#(title)"}"#, to: .editSession)
            expectProblem(answer, 400, pointers: ["/title"])
        }
    }
}
