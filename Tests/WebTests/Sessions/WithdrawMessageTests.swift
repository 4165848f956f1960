import Domain
import HTTPTypes
import Storage
import TestSupport
import Testing

/// Messages that no agent has read are shown, and can be taken back.
struct WithdrawMessageTests {
    private struct Talk {
        let service: TestService
        let team: Team
        let id: String
        let run: ClaimedRun
        var path: String { "/api/sessions/\(id)/messages" }

        /// A session whose agent has read the first message.
        init(_ service: TestService) async throws {
            self.service = service
            team = try await service.makeTeam()
            id = try await service.createSession(in: team)
            run = try #require(try await service.store.runs.claim(at: service.clock.now))
            try await tell()
        }

        /// Tells the agent what waits.
        func tell() async throws {
            let current = try #require(try await service.store.runs.current(run.number))
            guard let prompt = current.prompts.last else { return }
            _ = try await service.store.runs.deliver(prompt, to: run.number, at: service.clock.now)
        }

        func finish(_ outcome: RunOutcome = .completed) async throws {
            try await service.store.runs.begin(run.number, at: "c0ffee")
            let result = #"{"type":"result","subtype":"success","is_error":false,"result":"Done, with a walrus"}"#
            let prompt = try #require(try await service.store.runs.current(run.number)?.prompts.last)
            _ = try await service.store.runs.append(
                TranscriptLines.parse(result), of: run.number, answering: prompt, upTo: 10, at: service.clock.now)
            _ = try await service.store.runs.finish(
                run.number, with: outcome, seen: prompt.sequence, note: nil, at: service.clock.now)
        }

        func say(_ text: String, _ more: String = "", as credential: Credential? = nil) async throws -> Int {
            let answer = try await service.send(
                .post, path, as: credential ?? team.owner.cookie, body: #"{"content": "\#(text)"\#(more)}"#)
            #expect(answer.status == 201)
            return try #require(answer.json["lastSequence"]?.integer)
        }

        func withdraw(
            _ sequence: some CustomStringConvertible, as credential: Credential? = nil
        ) async throws
            -> TestAnswer
        {
            try await service.send(
                .delete, "\(path)/\(sequence)", as: credential ?? team.owner.cookie,
                headers: [.contentType: "application/json"])
        }

        func session() async throws -> JSONValue { try await service.session(id, of: team) }
    }

    @Test func whatWaitsIsTakenBackAndGivesItsTextBack() async throws {
        try await TestService.run(queuesRuns: true) { service in
            let talk = try await Talk(service)
            _ = try await talk.say("Paint a walrus")
            let second = try await talk.say("Paint a narwhal")
            #expect(try await talk.session()["run"]?["queued"]?.elements.count == 2)
            let taken = try await talk.withdraw(second)
            #expect(taken.status == 200 && taken.json["content"] == "Paint a narwhal")
            let session = try await talk.session()
            #expect(session["messageCount"] == 2 && session["lastMessagePreview"] == "Paint a walrus")
            #expect(session["messages"]?.elements.count == 2 && session["run"]?["queued"]?.elements.count == 1)
            let found = try await service.send(
                .get, "/api/sessions?organizationId=\(talk.team.id)&q=narwhal", as: talk.team.owner.cookie)
            #expect(found.json["sessions"]?.elements.isEmpty == true)
            #expect(try await talk.withdraw(second).status == 404)
            // Its number is not given twice.
            #expect(try await talk.say("Paint a seal") == second + 1)
            let events = try await service.send(
                .get, "/api/sessions/\(talk.id)/messages?after=0", as: talk.team.key)
            #expect(!events.body.contains("narwhal"))
        }
    }

    @Test func whatTheAgentWasToldStays() async throws {
        try await TestService.run(queuesRuns: true) { service in
            let talk = try await Talk(service)
            let first = try await talk.withdraw(1)
            #expect(first.status == 409 && first.json["detail"] == "The agent has already read this message.")
            let told = try await talk.say("Paint a walrus")
            try await talk.tell()
            #expect(try await talk.withdraw(told).json["detail"] == "The agent has already read this message.")
            let urgent = try await talk.say("Stop, paint a seal", #", "now": true"#)
            let refused = try await talk.withdraw(urgent)
            #expect(refused.json["detail"] == "The agent is already being interrupted for this message.")
            for sequence in ["0", "99", "x", "-1", "9999999999999999999"] {
                #expect(try await talk.withdraw(sequence).status == 404)
            }
            #expect(try await talk.session()["messageCount"] == 3)
        }
    }

    @Test func theFirstMessageStaysBeforeAnAgentWasTold() async throws {
        try await TestService.run(queuesRuns: true) { service in
            let team = try await service.makeTeam()
            let id = try await service.createSession(in: team)
            let refused = try await service.send(
                .delete, "/api/sessions/\(id)/messages/1", as: team.owner.cookie,
                headers: [.contentType: "application/json"])
            #expect(refused.status == 409 && refused.body.contains("Stop or delete the session instead."))
        }
    }

    @Test func itIsForWhoWroteItAndForOwners() async throws {
        try await TestService.run(queuesRuns: true) { service in
            let talk = try await Talk(service)
            let bob = try await service.join(talk.team, "Bob Roy")
            let owners = try await talk.say("The owner's")
            let bobs = try await talk.say("Bob's", as: bob.cookie)
            #expect(try await talk.withdraw(owners, as: bob.cookie).status == 403)
            #expect(try await talk.withdraw(owners, as: talk.team.key).status == 403)
            let page = try await service.visit(
                "/organizations/\(talk.team.id)/sessions/\(talk.id)", as: bob.cookie)
            #expect(page.body.contains("messages/\(bobs)/take-back") && page.body.contains("The owner&#39;s"))
            #expect(!page.body.contains("messages/\(owners)/take-back"))
            #expect(try await talk.withdraw(bobs).status == 200)
            let other = try await service.makeTeam("Other")
            #expect(try await talk.withdraw(owners, as: other.owner.cookie).status == 403)
        }
    }

    /// The last follow-up set an ended session to work; without it there is nothing to do.
    @Test(arguments: [RunOutcome.completed, .failed(reason: "It broke.")])
    func theSessionIsAsItWasBefore(_ outcome: RunOutcome) async throws {
        try await TestService.run(queuesRuns: true) { service in
            let talk = try await Talk(service)
            try await talk.finish(outcome)
            let before = try await talk.session()
            let sequence = try await talk.say("Paint a walrus")
            #expect(try await talk.session()["status"] == "active")
            let taken = try await talk.withdraw(sequence)
            #expect(taken.status == 200 && taken.json["session"]?["status"] == before["status"])
            let after = try await talk.session()
            #expect(after["run"]?["stage"] == "ended" && after["messageCount"] == before["messageCount"])
            #expect(after["lastMessagePreview"] == before["lastMessagePreview"] && after["error"] == before["error"])
            #expect(try await service.store.runs.claim(at: service.clock.now) == nil)
        }
    }

    /// Its work may not be saved yet.
    @Test func aRunThatARestartInterruptedGoesOnAllTheSame() async throws {
        try await TestService.run(queuesRuns: true) { service in
            let talk = try await Talk(service)
            try await service.store.runs.begin(talk.run.number, at: "c0ffee")
            let result = #"{"type":"result","subtype":"success","is_error":false,"result":"Done"}"#
            let prompt = try #require(try await service.store.runs.current(talk.run.number)?.prompts.last)
            _ = try await service.store.runs.append(
                TranscriptLines.parse(result), of: talk.run.number, answering: prompt, upTo: 10, at: service.clock.now)
            #expect(try await service.store.runs.requeueInterrupted() == 1)
            let sequence = try await talk.say("Paint a walrus")
            #expect(try await talk.withdraw(sequence).status == 200)
            #expect(try await talk.session()["run"]?["stage"] == "queued")
            #expect(try await service.store.runs.claim(at: service.clock.now)?.number == talk.run.number)
        }
    }

    @Test func filesAreForAnotherMessageThen() async throws {
        try await TestService.run(queuesRuns: true) { service in
            let talk = try await Talk(service)
            let files = try await [
                service.uploaded(SampleFile.png, named: "a.png", "image/png", in: talk.team),
                service.uploaded(Array("walrus".utf8), named: "b.txt", in: talk.team),
            ]
            let list = "[" + files.map { "\"\($0)\"" }.joined(separator: ",") + "]"
            let sequence = try await talk.say("Like these", #", "attachments": \#(list)"#)
            let taken = try await talk.withdraw(sequence)
            #expect(taken.json["content"] == "Like these")
            #expect(taken.json["attachments"]?.elements.map { $0["id"]?.text } == files)
            let again = try await talk.say("Like these instead", #", "attachments": \#(list)"#)
            let path = "/organizations/\(talk.team.id)/sessions/\(talk.id)"
            let page = try await service.submit(
                "\(path)/messages/\(again)/take-back", as: talk.team.owner.cookie)
            #expect(page.status == 200 && page.body.contains("b.txt") && page.body.contains(files[0]))
            let address = "/api/attachments/\(files[1])"
            #expect(try await service.send(.get, address, as: talk.team.owner.cookie).status == 200)
            // A day later they are deleted, like files that were never sent.
            service.clock.advance(by: .seconds(86_401))
            _ = try await service.store.attachments.sweep(at: service.clock.now)
            #expect(try await service.send(.get, address, as: talk.team.owner.cookie).status == 404)
        }
    }

    @Test func commentsAreDraftsAgain() async throws {
        try await TestService.run(queuesRuns: true) { service in
            let talk = try await Talk(service)
            try await service.saveChanges(of: talk.id, "a.txt", Commenting.hunks)
            let comments = "/api/sessions/\(talk.id)/comments"
            let cookie = talk.team.owner.cookie
            _ = try await service.send(.post, comments, as: cookie, body: Commenting.body("Why this?"))
            let sent = try await service.send(.post, "\(comments)/send", as: cookie, body: #"{"message": "Nearly."}"#)
            let taken = try await talk.withdraw(try #require(sent.json["lastSequence"]?.integer))
            #expect(taken.status == 200 && taken.json["content"] == "Nearly.")
            let listed = try await service.send(.get, comments, as: cookie).json["comments"]
            #expect(listed?.elements.count == 1 && listed?[0]?["state"] == "draft")
            let again = try await service.send(.post, "\(comments)/send", as: cookie, body: "{}")
            #expect(again.status == 201)
        }
    }

    @Test func aFormTakesItBackAndShowsTheTextAgain() async throws {
        try await TestService.run(queuesRuns: true) { service in
            let talk = try await Talk(service)
            let sequence = try await talk.say("Paint a <walrus>")
            let path = "/organizations/\(talk.team.id)/sessions/\(talk.id)"
            let page = try await service.visit(path, as: talk.team.owner.cookie)
            #expect(page.body.contains("Not read by the agent yet"))
            let taken = try await service.submit(
                "\(path)/messages/\(sequence)/take-back", as: talk.team.owner.cookie)
            #expect(taken.status == 200 && taken.body.contains("Paint a &lt;walrus&gt;</textarea>"))
            #expect(!taken.body.contains("Not read by the agent yet"))
            let late = try await service.submit(
                "\(path)/messages/\(sequence)/take-back", as: talk.team.owner.cookie)
            #expect(late.status == 404)
        }
    }
}
