import TestSupport
import Testing

/// Unread marks of sessions.
struct UnreadPageTests {
    private func rows(_ view: String, _ service: TestService, _ team: Team, as person: Person) async throws -> [String]
    {
        let page = try await service.visit("/organizations/\(team.id)/sessions?view=\(view)", as: person.cookie)
        return page.body.matches(of: /<li id="([^"]*)"/).map { String($0.1) }
    }

    private func end(_ id: String, _ service: TestService, _ team: Team) async throws {
        service.clock.advance(by: .seconds(5))
        try await service.report(#"{"type":"result","subtype":"success","result":"Done."}"#, to: id, of: team)
    }

    @Test func whatEndedIsUnreadUntilItIsOpened() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let bob = try await service.join(team, "Bob Stone")
            let id = try await service.createSession(in: team, "Paint the wall")
            #expect(try await rows("unread", service, team, as: team.owner).isEmpty, "an agent works on it")
            try await end(id, service, team)
            #expect(try await rows("unread", service, team, as: team.owner) == [id])
            #expect(try await rows("for-you", service, team, as: team.owner) == [id])
            #expect(try await rows("unread", service, team, as: bob).isEmpty, "it is none of his")
            let list = try await service.visit("/organizations/\(team.id)/sessions", as: team.owner.cookie)
            #expect(list.body.contains("class=\"session-row unread\""))
            _ = try await service.visit(team.path(of: id), as: team.owner.cookie)
            #expect(try await rows("unread", service, team, as: team.owner).isEmpty)
            let after = try await service.visit("/organizations/\(team.id)/sessions", as: team.owner.cookie)
            #expect(!after.body.contains("class=\"session-row unread\""))
        }
    }

    @Test func whoWroteInASessionFollowsIt() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let (bob, eve) = (try await service.join(team, "Bob Stone"), try await service.join(team, "Eve Lake"))
            let id = try await service.createSession(in: team, "Paint the wall")
            _ = try await service.visit(team.path(of: id), as: eve.cookie)
            service.clock.advance(by: .seconds(1))
            _ = try await service.submit("\(team.path(of: id))/messages", as: bob.cookie, ["content": "In blue"])
            _ = try await service.visit(team.path(of: id), as: bob.cookie)
            try await end(id, service, team)
            #expect(try await rows("unread", service, team, as: bob) == [id])
            #expect(try await rows("unread", service, team, as: eve).isEmpty, "looking on is not following")
        }
    }
}
