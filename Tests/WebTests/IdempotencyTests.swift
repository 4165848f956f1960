import Domain
import Foundation
import HTTPTypes
import TestSupport
import Testing

struct IdempotencyTests {
    private func headers(_ key: String) throws -> HTTPFields {
        [try #require(HTTPField.Name("Idempotency-Key")): key]
    }

    @Test func aThousandEqualRequestsHaveOneEffectAndOneAnswer() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let headers = try headers("one")
            let body = #"{"organizationId": "\#(team.id)", "initialMessage": "Fix it"}"#
            let answers = try await withThrowingTaskGroup(of: String.self) { group in
                for _ in 0..<1000 {
                    group.addTask {
                        let answer = try await service.send(
                            .post, "/api/sessions", as: team.owner.cookie, headers: headers, body: body)
                        return "\(answer.status) \(answer.body)"
                    }
                }
                return try await group.reduce(into: Set<String>()) { $0.insert($1) }
            }
            #expect(answers.count == 1)
            #expect(answers.first?.hasPrefix("201 ") == true)
            let list = try await service.send(.get, "/api/sessions", as: team.key)
            #expect(list.json["sessions"]?.elements.count == 1)
        }
    }

    @Test func theFirstAnswerComesAgainWhateverHappenedSince() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let id = try await service.createSession(in: team)
            let path = "/api/sessions/\(id)/messages"
            let first = try await service.send(
                .post, path, as: team.owner.cookie, headers: try headers("k"), body: #"{"content": "And this"}"#)
            _ = try await service.send(.patch, "/api/sessions/\(id)", as: team.key, body: #"{"title": "Other"}"#)
            let again = try await service.send(
                .post, path, as: team.owner.cookie, headers: try headers("k"), body: #"{"content": "And this"}"#)
            #expect(again.status == 201)
            #expect(again.body == first.body)
        }
    }

    @Test func anotherBodyIsRefused() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let id = try await service.createSession(in: team)
            let path = "/api/sessions/\(id)/messages"
            for (body, status) in [(#"{"content": "One"}"#, 201), (#"{"content": "Two"}"#, 422), ("{}", 400)] {
                let answer = try await service.send(
                    .post, path, as: team.owner.cookie, headers: try headers("k"), body: body)
                #expect(answer.status == status)
            }
            let session = try await service.send(.get, "/api/sessions/\(id)", as: team.key)
            #expect(session.json["session"]?["messageCount"] == 2)
        }
    }

    @Test func theSameKeyOfAnotherCallerAddressOrDayIsAnother() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let bob = try await service.join(team, "Bob")
            let body = #"{"organizationId": "\#(team.id)", "initialMessage": "Fix it"}"#
            for person in [team.owner, bob, bob] {
                let answer = try await service.send(
                    .post, "/api/sessions", as: person.cookie, headers: try headers("k"), body: body)
                #expect(answer.status == 201)
            }
            service.clock.advance(by: .seconds(86_400))
            _ = try await service.send(.post, "/api/sessions", as: bob.cookie, headers: try headers("k"), body: body)
            let list = try await service.send(.get, "/api/sessions", as: team.key)
            #expect(list.json["sessions"]?.elements.count == 3)
        }
    }

    @Test(arguments: [("api-keys", "apiKey", "key"), ("runner-tokens", "runnerToken", "token")])
    func aSecretIsShownAgainAndNeverStored(place: String, object: String, field: String) async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let path = "/api/organizations/\(team.id)/\(place)"
            let answers = try await [0, 1].asyncMap { _ in
                try await service.send(
                    .post, path, as: team.owner.cookie, headers: try headers("k"), body: #"{"name": "CI"}"#)
            }
            #expect(answers[0].body == answers[1].body)
            let secret = try #require(answers[0].json[object]?[field]?.text)
            let list = try await service.send(.get, path, as: team.owner.cookie)
            #expect(list.json["\(object)s"]?.elements.count { $0["name"] == "CI" } == 1)
            for name in ["lodestone.sqlite", "lodestone.sqlite-wal"] {
                let file = FileManager.default.contents(atPath: "\(service.directory.path)/\(name)") ?? Data()
                #expect(file.range(of: Data(secret.utf8)) == nil)
                #expect(file.range(of: Data(secret.utf8.suffix(39))) == nil)
            }
        }
    }

    @Test func anInvitationIsMadeOnce() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let path = "/api/organizations/\(team.id)/invitations"
            let answers = try await [0, 1].asyncMap { _ in
                try await service.send(.post, path, as: team.owner.cookie, headers: try headers("k"), body: "{}")
            }
            #expect(answers[0].body == answers[1].body)
            let list = try await service.send(.get, path, as: team.owner.cookie)
            #expect(list.json["invitations"]?.elements.count == 1)
        }
    }

    @Test(arguments: ["", "a b", "ü", String(repeating: "k", count: 256)])
    func aBadKeyIsRefused(key: String) async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let answer = try await service.send(
                .post, "/api/sessions", as: team.owner.cookie, headers: try headers(key),
                body: #"{"organizationId": "\#(team.id)"}"#)
            #expect(answer.status == 400)
        }
    }
}

extension Sequence {
    fileprivate func asyncMap<Value>(_ transform: (Element) async throws -> Value) async rethrows -> [Value] {
        var values: [Value] = []
        for element in self { values.append(try await transform(element)) }
        return values
    }
}
