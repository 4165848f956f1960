import Domain
import HTTPTypes
import TestSupport
import Testing

@testable import Web

struct OpenAPIDocumentTests {
    @Test func everyRouteIsDescribedAndNothingElse() async throws {
        try await TestService.run { service in
            let described = try await DescribedOperation.all(of: service).map(\.line)
            // Runners speak a protocol of their own, which is no part of the API.
            let routes = RouteTable(service.services).routes.filter { !$0.isPage && $0.access != .runner }.map {
                "\($0.method.rawValue) \($0.path)"
            }
            #expect(described.sorted() == routes.sorted())
        }
    }

    @Test func whoMayIsWhatTheRouteSays() async throws {
        try await TestService.run { service in
            let routes = RouteTable(service.services).routes
            for operation in try await DescribedOperation.all(of: service) {
                let route = try #require(
                    routes.first { $0.method.rawValue == operation.method && $0.path == operation.path })
                switch route.access {
                case .runner: Issue.record("\(operation.line) is described")
                case .open: #expect(operation.schemes == [], "\(operation.line)")
                case .person, .colleague, .owner: #expect(operation.schemes == ["cookie"], "\(operation.line)")
                case .caller, .member:
                    // A handler may let in fewer than its route; the next test holds it to that.
                    #expect(
                        [["cookie"], ["apiKey", "bearer"], ["apiKey", "bearer", "cookie"]].contains(operation.schemes),
                        "\(operation.line)")
                }
            }
        }
    }

    /// Callers that an operation doesn't name are refused first; callers that it names are not.
    @Test func othersThanTheNamedAreRefused() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let id = try await service.createSession(in: team)
            for operation in try await DescribedOperation.all(of: service) where !operation.schemes.isEmpty {
                let path = operation.path.replacing("{id}", with: id).replacing("{organization}", with: team.id)
                let method = try #require(HTTPRequest.Method(operation.method))
                func status(_ credential: Credential) async throws -> Int {
                    let headers: HTTPFields = [.contentType: "application/json"]
                    return try await service.send(method, path, as: credential, headers: headers).status
                }
                #expect(try await status(.none) == 401, "\(operation.line)")
                if !operation.schemes.contains("apiKey") {
                    #expect([400, 403].contains(try await status(team.key)), "\(operation.line)")
                }
                if !operation.schemes.contains("cookie") {
                    #expect(try await status(team.owner.cookie) == 403, "\(operation.line)")
                }
            }
        }
    }

    @Test func everyReferenceLeadsSomewhereAndNothingIsUnused() async throws {
        try await TestService.run { service in
            let document = try await service.send(.get, "/openapi.json").json
            let references = Set(document.references)
            for reference in references {
                let target = reference.split(separator: "/").dropFirst().reduce(document) { place, name in
                    place?[String(name)] ?? .null
                }
                #expect(target != .null, "\(reference)")
            }
            for kind in ["parameters", "responses", "schemas"] {
                for name in document["components"]?[kind]?.keys ?? [] {
                    #expect(references.contains("#/components/\(kind)/\(name)"), "\(kind)/\(name)")
                }
            }
        }
    }

    @Test func theExampleOfEveryRequestIsWellFormed() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let id = try await service.createSession(in: team)
            var tried = 0
            for operation in try await DescribedOperation.all(of: service) {
                guard let example = operation.example else { continue }
                let path = operation.path.replacing("{id}", with: id).replacing("{organization}", with: team.id)
                    .replacing("{name}", with: "NPM_TOKEN")
                let body = example.json.replacing(/org_[0-9a-z]{16}/, with: team.id)
                let credential = operation.schemes.contains("cookie") ? team.owner.cookie : team.key
                let answer = try await service.send(
                    try #require(HTTPRequest.Method(operation.method)), path,
                    as: operation.schemes.isEmpty ? .none : credential, body: body)
                tried += 1
                let isWrongPassword = answer.json["errors"]?.elements.first?["pointer"] == "/current"
                let isRefused = [400, 413, 415, 422, 500].contains(answer.status) && !isWrongPassword
                #expect(!isRefused, "\(operation.line): \(answer.body)")
            }
            #expect(tried > 20)
        }
    }

    @Test func choicesAreTheDomainsOwn() async throws {
        try await TestService.run { service in
            let schemas = try await service.send(.get, "/openapi.json").json["components"]?["schemas"]
            func values(_ name: String) -> [String] { schemas?[name]?["enum"]?.elements.compactMap(\.text) ?? [] }
            #expect(values("SessionStatus") == SessionStatus.allCases.map(\.rawValue))
            #expect(values("PullRequestStatus") == PullRequest.Status.allCases.map(\.rawValue))
            #expect(values("Role") == Role.allCases.map(\.rawValue))
        }
    }

    @Test func itIsJSONOfThisVersionForAnybody() async throws {
        try await TestService.run { service in
            let answer = try await service.send(.get, "/openapi.json")
            #expect(answer.status == 200)
            #expect(answer.headers[.contentType] == "application/json; charset=utf-8")
            #expect(answer.json["openapi"] == "3.1.0")
            #expect(answer.json["info"]?["version"]?.text == ServiceVersion.current)
        }
    }
}

/// An operation as the document describes it.
private struct DescribedOperation {
    let method: String
    let path: String
    /// The security schemes, any of which is enough.
    let schemes: Set<String>
    /// The example of its body.
    let example: JSONValue?

    var line: String { "\(method) \(path)" }

    static func all(of service: TestService) async throws -> [DescribedOperation] {
        let document = try await service.send(.get, "/openapi.json").json
        let paths = try #require(document["paths"])
        return paths.keys.flatMap { path in
            (paths[path]?.keys ?? []).filter { $0 != "parameters" }.map { method in
                let operation = paths[path]?[method]
                let security = operation?["security"] ?? document["security"]
                return DescribedOperation(
                    method: method.uppercased(), path: path,
                    schemes: Set((security?.elements ?? []).flatMap(\.keys)),
                    example: operation?["requestBody"]?["content"]?["application/json"]?["example"])
            }
        }
    }
}

extension JSONValue {
    /// Every `$ref` within.
    fileprivate var references: [String] {
        (self["$ref"]?.text.map { [$0] } ?? []) + keys.flatMap { self[$0]?.references ?? [] }
            + elements.flatMap(\.references)
    }
}
