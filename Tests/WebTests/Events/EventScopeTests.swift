import Domain
import HTTPTypes
import Storage
import TestSupport
import Testing

/// The events that each caller gets.
@Suite(.timeLimit(.minutes(15)))
struct EventScopeTests {
    @Test func nothingOfAnotherOrganizationIsHeardLiveOrLater() async throws {
        try await TestService.runLive { service in
            let home = try await service.makeTeam("Home")
            let other = try await service.makeTeam("Other")
            var live = try await service.follow("/api/events", as: home.key)
            var ids: Set<String> = []
            for _ in 0..<10 {
                _ = try await service.createSession(in: other, "Paint the shed")
                ids.insert(try await service.createSession(in: home))
            }
            var late = try await service.follow("/api/events?after=0", as: home.owner.cookie)
            let heard = [try await live.next(30), try await late.next(30)]
            #expect(heard[0] == heard[1])
            for event in heard[0] {
                guard event.type != "stats.changed" else { continue }
                let id = event.data[event.type == "message.appended" ? "sessionId" : "id"]?.text
                #expect(id.map(ids.contains) == true)
            }
            #expect(heard[0].last?.data["humansPastWeek"] == 1)
        }
    }

    @Test func aSessionsStreamIsForItsOwnOrganization() async throws {
        try await TestService.run { service in
            let home = try await service.makeTeam("Home")
            let other = try await service.makeTeam("Other")
            let path = "/api/sessions/\(try await service.createSession(in: home))/events"
            for credential in [other.key, other.owner.cookie] {
                expectProblem(try await service.send(.get, path, as: credential), 403)
            }
            expectProblem(try await service.send(.get, path, as: .none), 401)
            expectProblem(try await service.send(.get, "/api/sessions/cunknown/events", as: home.key), 404)
            try await service.deleteSession(String(path.dropFirst(14).prefix(25)), of: home)
            expectProblem(try await service.send(.get, path + "?after=1", as: home.key), 404)
        }
    }

    @Test func manyEventsAtOnceComeAllAndInOrder() async throws {
        try await TestService.runLive { service in
            let team = try await service.makeTeam()
            let id = try await service.createSession(in: team)
            var stream = try await service.follow("/api/events", as: team.key)
            var late = try await service.follow("/api/events?after=3", as: team.key)
            for size in [150, 1, 1000] {
                let lines = (0..<size).map { #"{"type":"assistant","number":\#($0)}"# }.joined(separator: "\n")
                try await service.report(lines, to: id, of: team)
            }
            let numbers = try await stream.next(1154).compactMap(\.id)
            #expect(numbers == Array(4..<1158))
            #expect(try await late.next(1154).compactMap(\.id) == numbers)
        }
    }

    @Test func whatIsGoneIsLeftOutOfWhatIsToldLater() async throws {
        try await TestService.runLive { service in
            let team = try await service.makeTeam()
            let gone = try await service.createSession(in: team, "Paint the shed")
            let kept = try await service.createSession(in: team)
            try await service.deleteSession(gone, of: team)
            var stream = try await service.follow("/api/events?after=0", as: team.key)
            let events = try await stream.next(6)
            #expect(
                events.map(\.type) == [
                    "stats.changed", "session.created", "message.appended", "stats.changed", "session.deleted",
                    "stats.changed",
                ])
            #expect(events.map(\.id) == [3, 4, 5, 6, 7, 8])
            #expect(events[1].data["id"]?.text == kept)
        }
    }

    @Test func whoListensOnlyToOneSessionHearsItAmongManyOthers() async throws {
        try await TestService.runLive { service in
            let team = try await service.makeTeam()
            let id = try await service.createSession(in: team)
            var stream = try await service.follow("/api/sessions/\(id)/events", as: team.key)
            // More than is kept for all streams.
            let lines = (0..<700).map { #"{"type":"assistant","number":\#($0)}"# }.joined(separator: "\n")
            let other = try await service.createSession(in: team, "Something else")
            try await service.report(lines, to: other, of: team)
            try await service.report(#"{"type":"assistant","number":-1}"#, to: id, of: team)
            #expect(try await stream.next()?.data["number"] == -1)
            #expect(try await stream.next()?.type == "session.updated")
        }
    }
}
