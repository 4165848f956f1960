import Domain
import Foundation
import GRDB
import HTTPTypes
import Storage
import TestSupport
import Testing

/// Questions, plans and permissions over HTTP.
struct RequestTests {
    private struct Asking {
        let service: TestService
        let team: Team
        let session: String
        var path: String { "/api/sessions/\(session)/requests" }

        init(_ service: TestService) async throws {
            self.service = service
            team = try await service.makeTeam()
            session = try await service.createSession(in: team)
        }

        /// As an agent that waits would leave it.
        func ask(_ id: String, _ kind: String, tool: String, input: String) async throws {
            let database = try DatabaseQueue(path: service.directory.dataDirectory.databasePath)
            try await database.write { db in
                try db.execute(
                    sql: """
                        INSERT INTO requests (id, session_number, output_number, name, kind, tool, input, suggestions,
                            asked_at)
                        SELECT ?1, number, 1, ?1, ?2, ?3, ?4, '[]', ?6 FROM sessions WHERE id = ?5
                        """,
                    arguments: [id, kind, tool, input, session, service.clock.now.milliseconds])
                try db.execute(
                    sql: """
                        UPDATE sessions SET (waiting_id, waiting_kind, waiting_since) = (?1, ?2, ?3)
                        WHERE id = ?4 AND waiting_id IS NULL
                        """,
                    arguments: [id, kind, service.clock.now.milliseconds, session])
            }
        }

        func askQuestions(_ id: String = "req_1") async throws {
            try await ask(
                id, "question", tool: "AskUserQuestion",
                input: """
                    {"questions": [
                        {"question": "Which?", "header": "Kind", "options": [
                            {"label": "A", "description": "The first <one>"}, {"label": "B"}]},
                        {"question": "What else?", "multiSelect": true, "options": [{"label": "C"}, {"label": "D"}]}
                    ]}
                    """)
        }

        func answer(
            _ id: String, _ body: String, as credential: Credential? = nil, headers: HTTPFields = [:]
        ) async throws -> TestAnswer {
            try await service.send(
                .post, "\(path)/\(id)/answer", as: credential ?? team.owner.cookie, headers: headers, body: body)
        }
    }

    private static let whole = #"{"answers": {"Which?": "My own words", "What else?": ["C", "D"]}}"#

    @Test func aQuestionIsListedAndAnswered() async throws {
        try await TestService.run { service in
            let asking = try await Asking(service)
            try await asking.askQuestions()
            let before = try await service.session(asking.session, of: asking.team)
            #expect(before["status"] == "active" && before["waitingFor"]?["id"] == "req_1")
            #expect(before["waitingFor"]?["kind"] == "question" && before["mode"] == nil)
            #expect(before["waitingFor"]?["since"]?.text == service.clock.now.description)
            let listed = try await service.send(.get, asking.path, as: asking.team.key).json["requests"]?.elements.first
            #expect(listed?["state"] == "pending" && listed?["tool"] == "AskUserQuestion")
            #expect(listed?["input"]?["questions"]?.elements.count == 2 && listed?["answer"] == nil)

            let partly = try await asking.answer("req_1", #"{"answers": {"Which?": "A"}}"#)
            #expect(partly.status == 400 && partly.json["errors"]?.elements.first?["pointer"] == "/answers")
            #expect(partly.body.contains("What else?") && !partly.body.contains("“Which?”"))

            let answered = try await asking.answer("req_1", Self.whole)
            #expect(answered.status == 200 && answered.json["request"]?["state"] == "answered")
            #expect(answered.json["request"]?["answer"]?["answers"]?["What else?"]?.elements.count == 2)
            #expect(answered.json["request"]?["answeredBy"]?["name"]?.text == asking.team.owner.user.name)
            #expect(answered.json["session"]?["waitingFor"] == nil && answered.json["session"]?["messageCount"] == 1)
        }
    }

    @Test func whoeverComesLateIsToldWhoWasFirst() async throws {
        try await TestService.run { service in
            let asking = try await Asking(service)
            let bob = try await service.join(asking.team, "Bob Roy")
            try await asking.askQuestions()
            let key = try #require(HTTPField.Name("Idempotency-Key"))
            let first = try await asking.answer("req_1", Self.whole, as: bob.cookie, headers: [key: "k"])
            let time = service.clock.now
            service.clock.advance(by: .seconds(60))
            let late = try await asking.answer("req_1", Self.whole)
            #expect(late.status == 409 && late.json["detail"]?.text == "Bob Roy already answered this, at \(time).")
            let again = try await asking.answer("req_1", Self.whole, as: bob.cookie, headers: [key: "k"])
            #expect(again.status == 200 && again.body == first.body)
            let other = try await asking.answer(
                "req_1", #"{"response": "Something else"}"#, as: bob.cookie, headers: [key: "k"])
            #expect(other.status == 422)
        }
    }

    @Test func whatDoesNotFitIsRefused() async throws {
        try await TestService.run { service in
            let asking = try await Asking(service)
            try await asking.askQuestions()
            try await asking.ask("req_2", "plan", tool: "ExitPlanMode", input: #"{"plan": "Do it"}"#)
            try await asking.ask("req_3", "permission", tool: "Bash", input: #"{"command": "make"}"#)
            let long = String(repeating: "x", count: 20_001)
            for (id, body, status) in [
                ("req_1", #"{"decision": "allow"}"#, 400), ("req_1", #"{"answers": ["A"]}"#, 400),
                ("req_1", #"{"response": "\#(long)"}"#, 400), ("req_1", "{}", 400), ("req_1", "[]", 400),
                ("req_1", #"{"answers": {"Which?": "A", "What else?": 3}}"#, 400),
                ("req_2", #"{"decision": "revise"}"#, 400), ("req_2", #"{"decision": "perhaps"}"#, 400),
                ("req_3", #"{"decision": "approve"}"#, 400), ("req_4", Self.whole, 404),
                ("req_3", #"{"decision": "deny", "message": "Not on Fridays"}"#, 200),
                ("req_2", #"{"decision": "approve"}"#, 200), ("req_1", #"{"response": "You choose"}"#, 200),
            ] {
                let answer = try await asking.answer(id, body)
                #expect(answer.status == status, "\(id) \(body.prefix(60)): \(answer.body)")
            }
            #expect(try await asking.answer("req_1", Self.whole, as: asking.team.key).status == 403)
        }
    }

    @Test func aSessionThatIsOverTakesNoAnswer() async throws {
        try await TestService.run { service in
            let asking = try await Asking(service)
            try await asking.askQuestions()
            _ = try await service.send(.post, "/api/sessions/\(asking.session)/stop", as: asking.team.key)
            #expect(try await asking.answer("req_1", Self.whole).status == 409)
            let listed = try await service.send(.get, asking.path, as: asking.team.key).json["requests"]?.elements.first
            #expect(listed?["state"] == "withdrawn")
        }
    }

    @Test func modesAreChosenAndChanged() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            func create(_ mode: String) async throws -> TestAnswer {
                try await service.send(
                    .post, "/api/sessions", as: team.owner.cookie,
                    body: #"{"organizationId": "\#(team.id)", "initialMessage": "Go", "mode": \#(mode)}"#)
            }
            let created = try await create(#""ask""#)
            let id = try #require(created.json["session"]?["id"]?.text)
            #expect(created.status == 201 && created.json["session"]?["mode"] == "ask")
            for wrong in [#""bypass""#, "3"] {
                let answer = try await create(wrong)
                #expect(answer.status == 400 && answer.json["errors"]?.elements.first?["pointer"] == "/mode")
            }
            let edited = try await service.send(
                .patch, "/api/sessions/\(id)", as: team.owner.cookie, body: #"{"mode": "plan"}"#)
            #expect(edited.status == 200 && edited.json["session"]?["mode"] == "plan")
            let refused = try await service.send(
                .patch, "/api/sessions/\(id)", as: team.owner.cookie, body: #"{"mode": "yolo"}"#)
            #expect(refused.status == 400 && refused.json["errors"]?.elements.first?["pointer"] == "/mode")
        }
    }

    @Test func listsAreFilteredByWhoWaits() async throws {
        try await TestService.run { service in
            let asking = try await Asking(service)
            _ = try await service.createSession(in: asking.team)
            try await asking.askQuestions()
            for (query, count) in [("waiting=true", 1), ("waiting=false", 1), ("status=active", 2)] {
                let list = try await service.send(.get, "/api/sessions?\(query)", as: asking.team.key)
                #expect(list.json["sessions"]?.elements.count == count)
            }
            #expect(try await service.send(.get, "/api/sessions?waiting=perhaps", as: asking.team.key).status == 400)
        }
    }

    @Test func thePageShowsAllThatIsOpenAndTakesAnswers() async throws {
        try await TestService.run { service in
            let asking = try await Asking(service)
            try await asking.askQuestions()
            try await asking.ask("req_2", "plan", tool: "ExitPlanMode", input: ##"{"plan": "# Steps\n\n1. **Look**"}"##)
            try await asking.ask(
                "req_3", "permission", tool: "Bash", input: #"{"command": "rm -rf <all> && echo 'done'"}"#)
            let path = "/organizations/\(asking.team.id)/sessions/\(asking.session)"
            let cookie = asking.team.owner.cookie
            let page = try await service.send(.get, path, as: cookie).body
            for id in ["req_1", "req_2", "req_3"] { #expect(page.contains(#"id="\#(id)""#)) }
            #expect(page.contains("The first &lt;one&gt;") && page.contains("<strong>Look</strong>"))
            #expect(page.contains("rm -rf &lt;all&gt; &amp;&amp; echo") && page.contains("Waiting for you"))
            let question = try #require(
                page.components(separatedBy: #"id="req_1""#).last?.components(separatedBy: "</section>").first)
            #expect(!question.contains("Allow"))
            #expect(
                try await service.send(.get, "/organizations/\(asking.team.id)/sessions", as: cookie).body.contains(
                    "state-text attention\">Waiting for you<"))

            func submit(_ id: String, _ form: String) async throws -> TestAnswer {
                try await service.send(
                    .post, "\(path)/requests/\(id)/answer", as: cookie,
                    headers: [.contentType: "application/x-www-form-urlencoded", .testFetchSite: "same-origin"],
                    body: "request=\(id)&\(form)")
            }
            let partly = try await submit("req_1", "req_1-0=1&req_1-1-own=")
            #expect(partly.status == 400 && partly.body.contains("What else?") && partly.body.contains("checked"))
            #expect(try await submit("req_1", "req_1-0=1&req_1-0-own=&req_1-1-0=true&req_1-1-own=More").status == 303)
            #expect(try await submit("req_2", "decision=revise&message=").status == 400)
            #expect(try await submit("req_2", "decision=revise&message=Twice").status == 303)
            #expect(try await submit("req_3", "decision=allow&message=ignored").status == 303)
            let again = try await submit("req_3", "decision=deny&message=")
            #expect(again.status == 409 && again.body.contains("already answered this"))
            let requests = try await service.send(.get, asking.path, as: cookie).json["requests"]?.elements ?? []
            #expect(requests.first?["answer"]?["answers"]?["Which?"] == "B")
            #expect(requests.first?["answer"]?["answers"]?["What else?"]?.elements.compactMap(\.text) == ["C", "More"])
            let after = try await service.send(.get, path, as: cookie).body
            #expect(!after.contains(#"id="req_1""#) && after.contains("wants the plan revised"))
            #expect(after.contains("allowed Bash") && after.contains("Twice"))
        }
    }
}
