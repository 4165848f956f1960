import Domain
import HTTPTypes
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(15)))
struct EventStreamTests {
    @Test func theOrganizationsStreamTellsWhatHappensFromNowOn() async throws {
        try await TestService.runLive { service in
            let team = try await service.makeTeam()
            let before = try await service.createSession(in: team, "Paint the shed")
            var stream = try await service.follow("/api/events", as: team.key)
            #expect(stream.lastEventID == "3" && stream.retry != nil)
            let id = try await service.createSession(in: team)
            let events = try await stream.next(3)
            #expect(events.map(\.type) == ["session.created", "message.appended", "stats.changed"])
            #expect(events.map(\.id) == [4, 5, 6])
            let session = try await service.session(id, of: team)
            #expect(events[0].data.keys == session.keys.subtracting(["messages", "tasks"]))
            #expect(events[0].data.keys.allSatisfy { events[0].data[$0] == session[$0] })
            let page = try await service.send(.get, "/api/sessions/\(id)/messages", as: team.key).json
            let message = try #require(page["messages"]?[0])
            #expect(events[1].data["sessionId"]?.text == id)
            #expect(events[1].data.keys == message.keys.union(["sessionId"]))
            #expect(message.keys.allSatisfy { events[1].data[$0] == message[$0] })
            #expect(events[2].data == (try await service.stats(of: team)))
            try await service.deleteSession(before, of: team)
            let deletion = try await stream.next(2)
            #expect(deletion.map(\.type) == ["session.deleted", "stats.changed"])
            #expect(deletion[0].data == ["id": .string(before)])
        }
    }

    @Test func aSessionsStreamTellsOfThatSessionUntilItIsDeleted() async throws {
        try await TestService.runLive { service in
            let team = try await service.makeTeam()
            let id = try await service.createSession(in: team)
            var stream = try await service.follow("/api/sessions/\(id)/events?after=0", as: team.owner.cookie)
            #expect(try await stream.next(2).map(\.type) == ["session.created", "message.appended"])
            _ = try await service.createSession(in: team, "Something else")
            let plan =
                #"{"type":"assistant","message":{"content":[{"type":"tool_use","name":"TodoWrite","id":"1","#
                + #""input":{"todos":[{"content":"One","status":"pending","activeForm":"One"}]}}]}}"#
            try await service.report(plan, to: id, of: team)
            let events = try await stream.next(3)
            #expect(events.map(\.type) == ["message.appended", "task.updated", "session.updated"])
            let task = try #require(try await service.session(id, of: team)["tasks"]?[0])
            #expect(events[1].data["sessionId"]?.text == id)
            #expect(task.keys.allSatisfy { events[1].data[$0] == task[$0] })
            #expect(events[2].data["messageCount"] == 2)
            try await service.deleteSession(id, of: team)
            #expect(try await stream.rest().map(\.type) == ["session.deleted"])
        }
    }

    @Test func theHeaderGoesBeforeTheAddress() async throws {
        try await TestService.runLive { service in
            let team = try await service.makeTeam()
            _ = try await service.createSession(in: team)
            var stream = try await service.follow("/api/events?after=0", as: team.key, lastEventID: "2")
            #expect(stream.lastEventID == "2")
            #expect(try await stream.next()?.type == "stats.changed")
            #expect(stream.lastEventID == "3")
        }
    }

    @Test(arguments: ["-1", "1.5", "x", " ", "9223372036854775808", "1, 2"])
    func aPositionThatIsNoneIsRefused(text: String) async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let header = HTTPField(name: .testLastEventID, value: text)
            let answer = try await service.send(.get, "/api/events", as: team.key, headers: HTTPFields([header]))
            expectProblem(answer, 400)
            let encoded = text.replacing(" ", with: "%20")
            expectProblem(try await service.send(.get, "/api/events?after=\(encoded)", as: team.key), 400)
        }
    }

    @Test func theHeadIsThatOfAStreamAndHeadAloneHasNoBody() async throws {
        try await TestService.runLive { service in
            let team = try await service.makeTeam()
            let stream = try await service.follow("/api/events", as: team.key)
            #expect(stream.headers["content-type"] == "text/event-stream")
            #expect(stream.headers["cache-control"] == "no-store")
            #expect(stream.headers["x-accel-buffering"] == "no")
            #expect(stream.headers["content-length"] == nil)
            let head = try await service.send(.head, "/api/events", as: team.key)
            #expect(head.status == 200 && head.headers[.contentType] == "text/event-stream" && head.body.isEmpty)
        }
    }
}

extension HTTPField.Name {
    static let testLastEventID = HTTPField.Name("Last-Event-ID") ?? .from
}
