import Domain
import Foundation
import HTTPTypes
import Storage
import TestSupport
import Testing

/// `/api/organizations/{id}/environments/{environment}/secrets`.
struct EnvironmentSecretTests {
    private static let secret = "swordfish with chips"

    @Test func noAnswerShowsAValueAgain() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let path = "\(team.environments)/\(try await service.makeEnvironment(in: team, #"{"name":"a"}"#))"
            let set = try await service.send(
                .put, "\(path)/secrets/TOKEN", as: team.owner.cookie, body: #"{"value":"\#(Self.secret)"}"#)
            #expect(set.status == 204 && set.body.isEmpty)
            for (method, path, body) in [
                (HTTPRequest.Method.get, path, nil), (.get, team.environments, nil), (.patch, path, #"{"name":"b"}"#),
            ] {
                let answer = try await service.send(method, path, as: team.owner.cookie, body: body)
                #expect(answer.status == 200 && answer.body.contains(#""secretNames":["TOKEN"]"#))
                #expect(!answer.body.contains("swordfish"))
            }
            let bob = try await service.join(team, "Bob Roy")
            #expect(try await !service.send(.get, team.environments, as: bob.cookie).body.contains("TOKEN"))
        }
    }

    @Test func aSecretIsReplacedAndRemoved() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let id = try await service.makeEnvironment(in: team, #"{"name":"a","isDefault":true}"#)
            let path = "\(team.environments)/\(id)/secrets/TOKEN"
            let session = SessionID(rawValue: try await service.createSession(in: team))
            for value in ["the first", Self.secret] {
                let body = #"{"value":"\#(value)"}"#
                #expect(try await service.send(.put, path, as: team.owner.cookie, body: body).status == 204)
            }
            #expect(try await service.store.environments.settings(forRunOf: session)?.secretTexts == [Self.secret])
            #expect(try await service.send(.delete, path, as: team.owner.cookie, body: "{}").status == 204)
            expectProblem(try await service.send(.delete, path, as: team.owner.cookie, body: "{}"), 404)
            #expect(try await service.store.environments.settings(forRunOf: session)?.secretTexts == [])
        }
    }

    @Test(arguments: ["{}", #"{"value":"A-C"}"#, #"{"value":"     "}"#, #"{"value":1}"#, #"{"value":"A-CD\u0000"}"#])
    func aWrongValueIsNamedAndNotRepeated(body: String) async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let path = "\(team.environments)/\(try await service.makeEnvironment(in: team, #"{"name":"a"}"#))"
            let answer = try await service.send(.put, "\(path)/secrets/TOKEN", as: team.owner.cookie, body: body)
            expectProblem(answer, 400, pointers: ["/value"])
            #expect(!answer.body.contains("A-C"))
        }
    }

    @Test(arguments: [("1A", 400), ("LD_PRELOAD", 400), ("A%20B", 400), ("PLACE", 409)])
    func aWrongNameIsRefused(name: String, status: Int) async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let body = #"{"name":"a","variables":{"PLACE":"sea"}}"#
            let path = "\(team.environments)/\(try await service.makeEnvironment(in: team, body))"
            let answer = try await service.send(
                .put, "\(path)/secrets/\(name)", as: team.owner.cookie, body: #"{"value":"\#(Self.secret)"}"#)
            expectProblem(answer, status)
            #expect(!answer.body.contains("swordfish"))
        }
    }

    @Test func aKeyThatCannotBeUsedIsTheOperatorsMatter() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let path = "\(team.environments)/\(try await service.makeEnvironment(in: team, #"{"name":"a"}"#))"
            try Data(count: 5).write(to: URL(fileURLWithPath: service.directory.dataDirectory.secretKeyPath))
            let answer = try await service.send(
                .put, "\(path)/secrets/TOKEN", as: team.owner.cookie, body: #"{"value":"\#(Self.secret)"}"#)
            expectProblem(answer, 503)
            #expect(answer.body.contains("operator to restore it"))
            #expect(!answer.body.contains("secrets.key") && !answer.body.contains("swordfish"))
        }
    }
}
