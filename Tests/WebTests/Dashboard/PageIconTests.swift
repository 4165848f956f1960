import HTTPTypes
import TestSupport
import Testing

struct PageIconTests {
    private static func icon(_ path: String, _ service: TestService, _ team: Team) async throws -> String {
        let page = try await service.visit(path, as: team.owner.cookie)
        let address = try #require(page.body.firstMatch(of: /<link rel="icon" href="(\/assets\/[^"]+)"/)?.1)
        #expect(try await service.send(.get, String(address)).status == 200)
        return String(address.dropFirst("/assets/".count).prefix { $0 != "." }.dropLast(17))
    }

    @Test func itSaysHowASessionStands() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let session = try await service.createSession(in: team, "Look")
            let path = team.path(of: session)
            #expect(try await Self.icon(path, service, team) == "icon")
            try await service.report(Line.end("Done"), to: session, of: team)
            #expect(try await Self.icon(path, service, team) == "icon-completed")
            let part = try await service.visit("\(path)/transcript?after=2", as: team.owner.cookie)
            #expect(part.body.contains("data-icon=\"/assets/icon-completed-"))
            try await service.report(
                #"{"type":"result","subtype":"error_during_execution","is_error":true}"#, to: session, of: team)
            #expect(try await Self.icon(path, service, team) == "icon-failed")
            try await service.submit("\(path)/archive", as: team.owner.cookie)
            #expect(try await Self.icon(path, service, team) == "icon")
        }
    }

    @Test func otherPagesHaveThePlainOne() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            for path in ["/account", "/organizations/\(team.id)/sessions"] {
                #expect(try await Self.icon(path, service, team) == "icon")
            }
        }
    }
}
