import HTTPTypes
import TestSupport
import Testing
import Web

/// Every route of the table, asked by every kind of caller. A new route fails here until it has a `RouteSample`.
struct TenantMatrixTests {
    @Test func everyRouteHasASample() async throws {
        try await MatrixWorld.run { world in
            for route in RouteTable(world.service.services).routes {
                #expect(RouteSample.sample(for: route, in: world) != nil, "\(route.method) \(route.path)")
            }
        }
    }

    /// Each request is also sent under the name of either organization, which must not open a door.
    @Test(arguments: MatrixCaller.allCases)
    func whoeverIsRefusedNeitherSeesNorChangesAnything(_ caller: MatrixCaller) async throws {
        try await MatrixWorld.run { world in
            let before = try await world.contents()
            for (route, sample) in world.samples {
                let expected = sample.status(for: caller, access: route.access)
                guard expected >= 400, !sample.isShownAgain(to: caller, access: route.access) else { continue }
                for path in sample.disguises(in: world) {
                    let answer = try await world.send(sample, route.method, to: path, as: caller)
                    expectProblem(answer, expected)
                    #expect(!world.secrets.contains { answer.body.contains($0) }, "\(route.method) \(path)")
                }
                #expect(try await world.contents() == before, "\(route.method) \(sample.path)")
            }
        }
    }

    /// Each request has a world of its own, since it may end the sender's own access.
    @Test(arguments: MatrixCaller.allCases.filter { $0.standing != .unknown } + [.nobody])
    func whoeverIsLetInStaysWithinTheirOwnOrganization(_ caller: MatrixCaller) async throws {
        for route in try await TestService.run({ RouteTable($0.services).routes }) {
            try await MatrixWorld.run { world in
                let sample = try #require(RouteSample.sample(for: route, in: world))
                let expected = sample.status(for: caller, access: route.access)
                guard expected < 400 || sample.isShownAgain(to: caller, access: route.access) else { return }
                let strangers = caller.standing == .own ? world.other : world.home
                let before = try await world.contents(of: strangers)
                let answer = try await world.send(sample, route.method, to: sample.path, as: caller)
                #expect(answer.status == expected, "\(route.method) \(sample.path): \(answer.body)")
                #expect(!world.secrets(of: strangers).contains { answer.body.contains($0) }, "\(sample.path)")
                #expect(try await world.contents(of: strangers) == before, "\(route.method) \(sample.path)")
            }
        }
    }

    @Test(arguments: [MatrixCaller.ownKey, .member, .owner])
    func namingTheOtherOrganizationShutsOutEvenTheSessionsOwnPeople(_ caller: MatrixCaller) async throws {
        try await MatrixWorld.run { world in
            let before = try await world.contents()
            for (route, sample) in world.samples where route.access == .member {
                let path = sample.path(naming: world.other)
                expectProblem(try await world.send(sample, route.method, to: path, as: caller), 403)
            }
            #expect(try await world.contents() == before)
        }
    }
}
