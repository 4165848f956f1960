import Domain
import HTTPTypes
import Storage
import TestSupport
import Testing

/// Another attempt at a session, as the API and the session's page take it.
struct RetrySessionTests {
    /// Ends the run of the session that waits longest.
    private func end(_ service: TestService, _ outcome: RunOutcome, hears: Bool = true) async throws {
        let run = try #require(try await service.store.runs.claim(at: service.clock.now))
        if hears, let prompt = run.prompts.last {
            _ = try await service.store.runs.deliver(prompt, to: run.number, at: service.clock.now)
        }
        service.clock.advance(by: .seconds(90))
        _ = try await service.store.runs.finish(
            run.number, with: outcome, seen: run.prompts.last?.sequence ?? 0, note: nil, at: service.clock.now)
    }

    private func session(
        _ service: TestService, _ team: Team, _ outcome: RunOutcome = .failed(reason: "It broke.")
    ) async throws -> String {
        let body = #"""
            {"organizationId": "\#(team.id)", "initialMessage": "Fix it", "repoUrl": "https://github.com/acme/app"}
            """#
        let created = try await service.send(.post, "/api/sessions", as: team.owner.cookie, body: body)
        try await end(service, outcome)
        return try #require(created.json["session"]?["id"]?.text)
    }

    @Test func aFailedSessionIsTriedAgainWithWhatIsDifferent() async throws {
        try await TestService.run(queuesRuns: true) { service in
            let team = try await service.makeTeam()
            let id = try await session(service, team)
            let failed = try await service.session(id, of: team)
            #expect(failed["status"] == "failed" && failed["error"] == "It broke.")
            let mark = failed["run"]?["attempts"]?[0]
            #expect(mark?["number"] == 1 && mark?["cause"] == "message" && mark?["outcome"] == "failed")
            #expect(mark?["reason"] == "It broke." && mark?["durationMs"] == 90_000 && mark?["costUsd"] == 0)
            // The mark is no message.
            #expect(failed["messageCount"] == 1 && failed["messages"]?.elements.count == 1)
            let answer = try await service.send(
                .post, "/api/sessions/\(id)/retry", as: team.key,
                body: #"{"baseBranch": "next", "model": "claude-sonnet-4-6"}"#)
            #expect(answer.status == 201)
            let session = try await service.session(id, of: team)
            #expect(session["status"] == "active" && session["error"] == nil)
            #expect(session["model"] == "claude-sonnet-4-6" && session["run"]?["stage"] == "queued")
            let run = try #require(try await service.store.runs.claim(at: service.clock.now))
            #expect(run.session.repository?.baseBranch.description == "next")
            #expect(run.prompts.map(\.text) == ["Fix it"])
        }
    }

    @Test func theSameKeyHasOneEffect() async throws {
        try await TestService.run(queuesRuns: true) { service in
            let team = try await service.makeTeam()
            let id = try await session(service, team)
            let headers: HTTPFields = [try #require(HTTPField.Name("Idempotency-Key")): "one"]
            let first = try await service.send(
                .post, "/api/sessions/\(id)/retry", as: team.owner.cookie, headers: headers, body: "{}")
            let second = try await service.send(
                .post, "/api/sessions/\(id)/retry", as: team.owner.cookie, headers: headers, body: "{}")
            #expect(first.status == 201 && second.status == 201 && first.body == second.body)
            let third = try await service.send(.post, "/api/sessions/\(id)/retry", as: team.key)
            #expect(third.status == 409)
        }
    }

    @Test(arguments: [
        (#"{"baseBranch": "-x"}"#, 400, "baseBranch"), (#"{"model": ""}"#, 400, "model"),
        (#"{"model": 7}"#, 400, "model"), (#"{"environmentId": "env_of_others"}"#, 400, "environmentId"),
        ("[", 400, "JSON"),
    ])
    func whatIsWrongIsNamedAndChangesNothing(body: String, status: Int, word: String) async throws {
        try await TestService.run(queuesRuns: true) { service in
            let team = try await service.makeTeam()
            let id = try await session(service, team)
            let before = try await service.session(id, of: team)
            let answer = try await service.send(.post, "/api/sessions/\(id)/retry", as: team.key, body: body)
            #expect(answer.status == status && answer.body.contains(word))
            #expect(try await service.session(id, of: team) == before)
        }
    }

    @Test func whereNothingIsToBeTriedAgainItSaysSo() async throws {
        try await TestService.run(queuesRuns: true) { service in
            let team = try await service.makeTeam()
            func refusal(_ id: String) async throws -> String {
                let answer = try await service.send(.post, "/api/sessions/\(id)/retry", as: team.key, body: "{}")
                #expect(answer.status == 409)
                return answer.json["detail"]?.text ?? ""
            }
            let done = try await session(service, team, .completed)
            #expect(try await refusal(done).contains("completed"))
            let archived = try await session(service, team)
            _ = try await service.send(.post, "/api/sessions/\(archived)/archive", as: team.key)
            #expect(try await refusal(archived).contains("archived"))
            let silent = try await service.send(
                .post, "/api/sessions", as: team.owner.cookie, body: #"{"organizationId": "\#(team.id)"}"#)
            #expect(try await refusal(silent.json["session"]?["id"]?.text ?? "").contains("No agent"))
            let waiting = try await service.createSession(in: team, "Wait")
            #expect(try await refusal(waiting).contains("working on"))
            let plain = try await service.send(
                .post, "/api/sessions/\(try await stopped(service, team))/retry", as: team.key,
                body: #"{"baseBranch": "next"}"#)
            #expect(plain.status == 400 && plain.body.contains("needs a repository"))
        }
    }

    /// A session without a repository that was stopped before its agent heard of it; it is not the first in the queue.
    private func stopped(_ service: TestService, _ team: Team) async throws -> String {
        try await end(service, .completed)
        let id = try await service.createSession(in: team, "Never mind")
        _ = try await service.send(.post, "/api/sessions/\(id)/stop", as: team.key)
        try await end(service, .completed, hears: false)
        return id
    }

    @Test func whatReachedNoAgentIsShownAndSentAgain() async throws {
        try await TestService.run(queuesRuns: true) { service in
            let team = try await service.makeTeam()
            let id = try await service.createSession(in: team, "Never mind")
            _ = try await service.send(.post, "/api/sessions/\(id)/stop", as: team.key)
            try await end(service, .completed, hears: false)
            let run = try await service.session(id, of: team)["run"]
            #expect(run?["undelivered"]?.elements.count == 1 && run?["undelivered"]?[0]?["sequence"] == 1)
            #expect(run?["attempts"]?[0]?["outcome"] == "stopped")
            let path = team.path(of: id)
            let page = try await service.visit(path, as: team.owner.cookie)
            #expect(page.body.contains("1 message was not delivered.") && page.body.contains("Not delivered"))
            #expect(page.body.contains("action=\"\(path)/retry\"") && page.body.contains(">Stopped</span>"))
            #expect(!page.body.contains("Attempt 1"))
            let sent = try await service.submit("\(path)/retry", as: team.owner.cookie)
            #expect(sent.status == 303)
            let claimed = try #require(try await service.store.runs.claim(at: service.clock.now))
            #expect(claimed.prompts.map(\.text) == ["Never mind"] && claimed.prompts.first?.isDelivered == false)
            let again = try await service.visit(path, as: team.owner.cookie)
            #expect(!again.body.contains("Not delivered") && !again.body.contains("/retry\""))
        }
    }

    @Test func theFormIsShownAgainWithWhatWasWrong() async throws {
        try await TestService.run(queuesRuns: true) { service in
            let team = try await service.makeTeam()
            let path = team.path(of: try await session(service, team))
            let page = try await service.submit("\(path)/retry", as: team.owner.cookie, ["baseBranch": "a b"])
            #expect(page.status == 400 && page.body.contains("id=\"baseBranch-error\">The base branch must "))
            #expect(page.body.contains("value=\"a b\"") && page.body.contains("id=\"retry-fold\" open"))
        }
    }

    @Test func thatTheAgentWaitsForItsModelIsShownWhileItDoes() async throws {
        try await TestService.run(queuesRuns: true) { service in
            let team = try await service.makeTeam()
            let id = try await service.createSession(in: team, "Go")
            let run = try #require(try await service.store.runs.claim(at: service.clock.now))
            try await service.store.runs.set(.working, of: run.number, at: service.clock.now)
            func print(_ line: String) async throws {
                let line = try TranscriptLine(json: line, number: 1)
                _ = try await service.store.runs.append(
                    [line], of: run.number, answering: .none, upTo: 1, at: service.clock.now)
            }
            try await print(#"{"type":"system","subtype":"api_retry","attempt":3,"max_retries":10,"error_status":529}"#)
            let retry = try await service.session(id, of: team)["run"]?["apiRetry"]
            #expect(retry?["attempt"] == 3 && retry?["limit"] == 10)
            let page = try await service.visit(team.path(of: id), as: team.owner.cookie)
            #expect(page.body.contains("Retrying the API (3 of 10)…"))
            try await print(#"{"type":"system","subtype":"api_retry","attempt":0,"max_retries":-1}"#)
            try await print(#"{"type":"assistant","message":{"content":[{"type":"text","text":"On."}]}}"#)
            #expect(try await service.session(id, of: team)["run"]?["apiRetry"] == nil)
        }
    }
}
