import Domain
import HTTPTypes
import TestSupport
import Testing

struct ExportSessionTests {
    private func lines(_ answer: TestAnswer) -> [JSONValue] {
        answer.body.split(separator: "\n").compactMap { try? JSONValue(parsing: String($0)) }
    }

    @Test func theExportHasTheSessionAndWhatItRefersTo() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let bob = try await service.join(team, "Bob Roy")
            let id = try await service.createSession(in: team)
            _ = try await service.createSession(in: team, "Another session")
            _ = try await service.send(
                .post, "/api/sessions/\(id)/messages", as: bob.cookie, body: #"{"content": "And test it"}"#)
            let answer = try await service.send(.get, "/api/sessions/\(id)/export", as: team.key)
            #expect(answer.status == 200)
            #expect(answer.headers[.contentType] == "application/x-ndjson")
            #expect(answer.headers[.contentDisposition] == "attachment; filename=\"lodestone-\(id).ndjson\"")
            let lines = lines(answer)
            #expect(
                lines.map { $0["record"]?.text } == [
                    "header", "user", "organization", "session", "message", "user", "message", "end",
                ])
            #expect(lines[2]["members"]?.elements.map { $0["user"]?.text } == [team.owner.user.id.rawValue])
            #expect(lines[6]["line"] == ["type": "user", "message": ["content": "And test it"]])
            #expect(lines[6]["author"]?.text == bob.user.id.rawValue)
            #expect(!answer.body.contains("scrypt") && !answer.body.contains(team.keyText))
        }
    }

    @Test func aGrowingSessionIsExportedAsItWasAtOneMoment() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let id = try await service.createSession(in: team)
            let line = #"{"type":"assistant","message":{"content":[{"type":"text","text":"step"}]}}"#
            let body = Array(repeating: line, count: 300).joined(separator: "\n")
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask {
                    for _ in 0..<10 {
                        _ = try await service.send(
                            .post, "/api/sessions/\(id)/messages", as: team.key, body: body)
                    }
                }
                for _ in 0..<10 {
                    let lines = lines(try await service.send(.get, "/api/sessions/\(id)/export", as: team.key))
                    let sequences = lines.compactMap { $0["sequence"]?.integer }
                    #expect(sequences == Array(1..<sequences.count + 1))
                    #expect(sequences.count % 300 == 1, "only whole batches")
                    #expect(lines.last?["record"] == "end")
                }
                try await group.waitForAll()
            }
        }
    }

    @Test func onlyItsOrganizationMayExportASession() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let other = try await service.makeTeam("Umbrella", owner: "Mallory")
            let id = try await service.createSession(in: team)
            let path = "/api/sessions/\(id)/export"
            #expect(try await service.send(.get, path).status == 401)
            #expect(try await service.send(.get, path, as: other.key).status == 403)
            #expect(try await service.send(.get, "/api/sessions/c404/export", as: team.key).status == 404)
            #expect(try await service.send(.post, path, as: team.key).status == 405)
        }
    }
}
