import Domain
import HTTPTypes
import Storage
import TestSupport
import Testing
import Web

/// Every change has an event, and a request without effect has none.
@Suite(.timeLimit(.minutes(15)))
struct EventCoverageTests {
    private func plan(_ steps: [String]) -> String {
        let todos = steps.map { #"{"content":"\#($0)","status":"pending","activeForm":"\#($0)"}"# }
        return #"{"type":"assistant","message":{"content":[{"type":"tool_use","name":"TodoWrite","id":"1","#
            + #""input":{"todos":[\#(todos.joined(separator: ","))]}}]}}"#
    }

    private func take(_ export: String, _ service: TestService) async throws {
        let records = try export.split(separator: "\n").map { (1, try ArchiveRecord(json: String($0))) }
        let batch = try await service.store.archives.importBatch(
            records, at: ArchiveCheckpoint(target: nil), now: service.clock.now)
        #expect(batch.rejected.isEmpty)
    }

    @Test func everyChangeOfASessionIsTold() async throws {
        try await TestService.runLive { service in
            let team = try await service.makeTeam()
            let id = try await service.createSession(in: team)
            let path = "/api/sessions/\(id)"
            var stream = try await service.follow("/api/events", as: team.key)
            func expect(_ types: String..., by method: HTTPRequest.Method, _ path: String, body: String) async throws {
                let credential = method == .put ? team.key : team.owner.cookie
                let answer = try await service.send(method, path, as: credential, body: body)
                #expect((200..<300).contains(answer.status), "\(answer.body)")
                #expect(try await stream.next(types.count).map(\.type) == types, "\(method) \(path)")
            }
            try await expect("session.updated", by: .patch, path, body: #"{"title":"Mend it"}"#)
            try await expect(by: .patch, path, body: #"{"title":"Mend it"}"#)
            try await expect("session.updated", by: .post, "\(path)/stop", body: "{}")
            try await expect(by: .post, "\(path)/stop", body: "{}")
            try await expect("session.updated", by: .post, "\(path)/archive", body: "{}")
            try await expect(by: .post, "\(path)/archive", body: "{}")
            try await expect("session.updated", by: .post, "\(path)/unarchive", body: "{}")
            try await expect(
                "message.appended", "session.updated", "stats.changed", by: .post, "\(path)/messages",
                body: #"{"content":"Go on"}"#)
            try await expect(
                "session.updated", "stats.changed", by: .put, "\(path)/pull-request",
                body: #"{"number":1,"url":"https://github.com/a/b/pull/1","status":"merged"}"#)
            try await expect("session.deleted", "stats.changed", by: .delete, path, body: "{}")
        }
    }

    @Test func aPlanIsToldStepByStep() async throws {
        try await TestService.runLive { service in
            let team = try await service.makeTeam()
            let id = try await service.createSession(in: team)
            var stream = try await service.follow("/api/sessions/\(id)/events", as: team.key)
            try await service.report(plan(["One", "Two", "Three"]), to: id, of: team)
            #expect(
                try await stream.next(5).map(\.type)
                    == ["message.appended"] + Array(repeating: "task.updated", count: 3) + ["session.updated"])
            try await service.report(plan(["One", "Zwei"]), to: id, of: team)
            let events = try await stream.next(4)
            #expect(events.map(\.type) == ["message.appended", "task.updated", "task.removed", "session.updated"])
            #expect(
                events[1].data == ["id": "2", "sessionId": .string(id), "title": "Zwei", "status": "pending"])
            #expect(events[2].data == ["id": "3", "sessionId": .string(id)])
        }
    }

    @Test func aMessageThatIsLaidOutOverLinesIsOneLine() async throws {
        try await TestService.runLive { service in
            let team = try await service.makeTeam()
            let id = try await service.createSession(in: team)
            var stream = try await service.follow("/api/sessions/\(id)/events", as: team.key)
            try await service.report("{ \"type\":\r\"assistant\",\t\"text\":\"a\\nb\\u2028\" }", to: id, of: team)
            let event = try #require(try await stream.next())
            #expect(event.data["text"] == "a\nb\u{2028}" && event.data["type"] == "assistant")
        }
    }

    @Test func anImportIsToldOnceForEachSession() async throws {
        try await TestService.runLive { service in
            let team = try await service.makeTeam()
            let id = try await service.createSession(in: team)
            let lines = (0..<50).map { #"{"type":"assistant","number":\#($0)}"# }.joined(separator: "\n")
            try await service.report(lines, to: id, of: team)
            let export = try await service.send(.get, "/api/sessions/\(id)/export", as: team.key)
            #expect(export.body.split(separator: "\n").count > 50)
            try await service.deleteSession(id, of: team)
            var stream = try await service.follow("/api/events", as: team.key)
            try await take(export.body, service)
            let events = try await stream.next(2)
            #expect(events.map(\.type) == ["session.created", "stats.changed"])
            #expect(events[0].data["messageCount"] == 51)
            try await take(export.body, service)
            _ = try await service.createSession(in: team)
            #expect(try await stream.next()?.type == "session.created")
        }
    }
}
