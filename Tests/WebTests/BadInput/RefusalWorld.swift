import HTTPTypes
import TestSupport
import Testing

/// A service with one session, in which requests are sent that it must refuse without changing anything.
struct RefusalWorld {
    let service: TestService
    let team: Team
    let session: String

    /// Runs a test and expects everything to be as it was before.
    static func run(_ test: @Sendable (RefusalWorld) async throws -> Void) async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let session = try await service.createSession(in: team)
            let world = RefusalWorld(service: service, team: team, session: session)
            let before = try await world.contents()
            service.clock.advance(by: .seconds(1))
            try await test(world)
            #expect(try await world.contents() == before)
        }
    }

    /// Sends a body to a route with sufficient credentials.
    func send(
        _ body: String?, to route: BodyRoute, contentType: String? = "application/json"
    ) async throws -> TestAnswer {
        var headers: HTTPFields = [.testFetchSite: "same-origin"]
        headers[.contentType] = contentType
        return try await service.send(
            route.method, route.path(in: self), as: route.sender(in: self), exactly: headers, body: body)
    }

    /// Sends bytes that needn't be text.
    func send(_ bytes: [UInt8], to route: BodyRoute) async throws -> TestAnswer {
        try await service.send(
            route.method, route.path(in: self), as: route.sender(in: self), contentType: "application/json",
            bytes: bytes)
    }

    private func contents() async throws -> [String] {
        let sessions = try await service.contents(of: team)
        let keys = try await service.send(.get, "/api/organizations/\(team.id)/api-keys", as: team.owner.cookie)
        return sessions + [keys.body]
    }
}
