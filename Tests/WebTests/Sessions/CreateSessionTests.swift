import Domain
import HTTPTypes
import TestSupport
import Testing

struct CreateSessionTests {
    @Test func theReferenceExampleGivesTheDocumentedAnswer() async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let answer = try await service.send(
                .post, "/api/sessions", as: team.owner.cookie,
                body: """
                    {
                      "organizationId": "\(team.id)",
                      "initialMessage": "Add input validation to the signup form. Email should be validated, password \
                    needs 8+ chars with at least one number.",
                      "repoUrl": "https://github.com/acme/web-app",
                      "baseBranch": "main"
                    }
                    """)
            #expect(answer.status == 201)
            let id = try #require(answer.json["session"]?["id"]?.text)
            #expect(id.hasPrefix("c") && id.count == 25)
            #expect(
                answer.json == [
                    "session": [
                        "id": .string(id),
                        "title": "Add input validation to signup form",
                        "status": "active",
                        "state": "outside",
                        "createdAt": "2026-02-11T10:00:00.000Z",
                        "updatedAt": "2026-02-11T10:00:00.000Z",
                        "model": "claude-opus-4-6",
                        "author": ["id": .string(team.owner.user.id.rawValue), "name": "Alice Chen"],
                        "metadata": ["repository": "acme/web-app"],
                        "messageCount": 1,
                        "firstMessagePreview": "Add input validation to the signup form...",
                    ]
                ])
        }
    }
}
