import HTTPTypes
import TestSupport
import Testing
import Web

/// Addresses and methods that the route table doesn't have.
struct RoutingTests {
    @Test(arguments: [
        "/api", "/api/", "/api/nothing", "/api/session", "/API/sessions", "/api/sessions/x/y",
        "/api/sessions/x/messages/1/y",
        "/api/organizations", "/api/organizations/x/nothing", "/api/auth", "/api/auth/sign-in/x", "/index.html",
        "/.env",
        "/api/%73essions", "/../api/sessions",
    ])
    func anUnknownAddressIsNotFoundWhoeverAsks(_ path: String) async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            for credential in [Credential.none, team.key, team.owner.cookie] {
                let answer = try await service.send(.get, path, as: credential)
                expectProblem(answer, 404)
                #expect(answer.json["detail"] == "This address doesn't exist.")
                #expect(answer.headers[.allow] == nil)
            }
        }
    }

    @Test func anotherMethodIsRefusedAndTheRightOnesAreNamed() async throws {
        try await RefusalWorld.run { world in
            let table = Dictionary(grouping: RouteTable(world.service.services).routes, by: \.path)
            let methods: [HTTPRequest.Method] = [.get, .head, .post, .put, .patch, .delete, .options, .trace, .connect]
            for (template, routes) in table {
                let path = template.replacing("{id}", with: world.session)
                    .replacing("{organization}", with: world.team.id).replacing("{key}", with: "key_x")
                let named = routes.map(\.method.rawValue)
                let allowed = (named.contains("GET") ? named + ["HEAD"] : named).sorted()
                for method in methods where !allowed.contains(method.rawValue) {
                    for credential in [Credential.none, world.team.key] {
                        let answer = try await world.service.send(method, path, as: credential)
                        expectProblem(answer, 405)
                        #expect(answer.headers[.allow] == allowed.joined(separator: ", "), "\(method) \(path)")
                    }
                }
            }
        }
    }

    @Test func headIsAnsweredAsGetWithoutTheBody() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let get = try await service.send(.get, "/api/sessions", as: team.key)
            let head = try await service.send(.head, "/api/sessions", as: team.key)
            #expect(head.status == 200 && head.body.isEmpty)
            #expect(head.headers[.contentLength] == String(get.body.utf8.count))
            #expect(try await service.send(.head, "/api/sessions").status == 401)
        }
    }

    /// Other sites must not get permission to send requests that need one.
    @Test func aPreflightIsRefused() async throws {
        try await TestService.run { service in
            let headers: HTTPFields = [.origin: "https://evil.example", .accessControlRequestMethod: "POST"]
            let answer = try await service.send(.options, "/api/sessions", headers: headers)
            expectProblem(answer, 405)
            #expect(!answer.headers.contains { $0.name.canonicalName.hasPrefix("access-control-") })
        }
    }
}
