import HTTPTypes
import TestSupport
import Testing

/// Every response has the id that identifies its log line.
struct RequestIDTests {
    @Test(arguments: ["a", "0", "A-b_9", "-", String(repeating: "x", count: 64)])
    func aClientsOwnIDIsKept(_ id: String) async throws {
        try await TestService.run { service in
            let team = try await service.makeTeam()
            let right = try await service.send(.get, "/api/sessions", as: team.key, headers: [.testRequestID: id])
            #expect(right.status == 200)
            #expect(right.headers[values: .testRequestID] == [id])
            let wrong = try await service.send(.get, "/api/sessions", headers: [.testRequestID: id])
            expectProblem(wrong, 401)
            #expect(wrong.json["requestId"]?.text == id)
        }
    }

    @Test(arguments: ["", " ", "a b", "a.b", "a/b", "ä", "\"", "a,b", "a=b", "${x}", String(repeating: "x", count: 65)])
    func anIDThatMayNotStandInALogIsReplaced(_ id: String) async throws {
        try await TestService.run { service in
            let answer = try await service.send(.get, "/api/sessions", headers: [.testRequestID: id])
            expectProblem(answer, 401)
            let replacement = try #require(answer.headers[.testRequestID])
            #expect(replacement.wholeMatch(of: /[A-Za-z0-9_-]{1,64}/) != nil)
            #expect(replacement != id)
        }
    }

    @Test func everyRequestHasAnIDOfItsOwn() async throws {
        try await TestService.run { service in
            var ids: Set<String> = []
            for path in ["/api/sessions", "/api/me", "/nothing", "/api/auth/sign-in"] {
                ids.insert(try await service.send(.get, path).headers[.testRequestID] ?? "")
            }
            #expect(ids.count == 4)
            #expect(!ids.contains(""))
        }
    }

    @Test(arguments: ["/api/sessions", "/nothing", "/api/auth/sign-in"])
    func everyAnswerTellsBrowsersNotToGuessFrameOrKeepIt(_ path: String) async throws {
        try await TestService.run { service in
            let headers = try await service.send(.get, path).headers
            #expect(headers[.xContentTypeOptions] == "nosniff")
            #expect(headers[.contentSecurityPolicy] == "default-src 'none'; frame-ancestors 'none'")
            #expect(headers[.cacheControl] == "no-store")
        }
    }
}
