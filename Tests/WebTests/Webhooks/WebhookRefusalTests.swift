import Domain
import HTTPTypes
import TestSupport
import Testing

/// `POST /api/webhooks/github`: who is believed, and what isn't taken.
struct WebhookRefusalTests {
    private static func merged(_ world: inout WebhookWorld) -> GitHubDelivery {
        world.pullRequest.merge(at: TestClock().now)
        return GitHubDelivery("closed", world.pullRequest)
    }

    /// The example of GitHub's "Validating webhook deliveries".
    @Test func theSignatureIsGitHubs() {
        #expect(
            GitHubDelivery.signature(of: "Hello, World!")
                == "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17")
    }

    @Test func withoutTheSecretNothingElseIsDone() async throws {
        try await WebhookWorld.run { world in
            let before = try await world.service.contents(of: world.team)
            let delivery = Self.merged(&world)
            let right = delivery.signature
            let digits = right.dropFirst("sha256=".count)
            let wrong: [String?] = [
                nil, "", "sha256=", String(digits), "sha1=\(digits)", "sha256=\(digits.dropLast())", "\(right)0",
                "sha256=\(digits.dropLast())g", "sha256=+\(digits.dropFirst())",
                "sha256=\(String(repeating: "0", count: 64))",
                GitHubDelivery.signature(of: delivery.body, secret: "guessed"),
                GitHubDelivery.signature(of: delivery.body + " "), "\(right), \(right)",
            ]
            for signature in wrong {
                var headers = delivery.headers
                headers[.gitHubSignature] = signature
                let answer = try await world.deliver(delivery, headers: headers)
                expectProblem(answer, 401)
                #expect(!answer.body.contains(GitHubDelivery.secret))
            }
            // Neither a key nor a person who is signed in can vouch for it.
            for credential in [world.team.key, world.team.owner.cookie] {
                let answer = try await world.service.send(
                    .post, "/api/webhooks/github", as: credential, headers: [.gitHubEvent: "pull_request"],
                    body: delivery.body)
                expectProblem(answer, 401)
            }
            #expect(try await world.service.contents(of: world.team) == before)
        }
    }

    @Test func digitsMayBeInUpperCase() async throws {
        try await WebhookWorld.run { world in
            let delivery = Self.merged(&world)
            var headers = delivery.headers
            headers[.gitHubSignature] = "sha256=\(delivery.signature.dropFirst(7).uppercased())"
            let answer = try await world.deliver(delivery, headers: headers)
            #expect(answer.status == 204)
            #expect(try await world.status == "merged")
        }
    }

    @Test func withoutASecretThereIsNoWebhook() async throws {
        try await TestService.run { service in
            let delivery = GitHubDelivery("closed", StandInPullRequest())
            let answer = try await service.send(
                .post, "/api/webhooks/github", exactly: delivery.headers, body: delivery.body)
            expectProblem(answer, 404)
            #expect(try await service.send(.get, "/api/webhooks/github").status == 405)
        }
    }

    @Test(arguments: [
        "", "{", "null", "[]", "closed", #"{"action":1}"#, #"{"action":"closed"}"#,
        #"{"action":"closed","pull_request":{}}"#, #"{"action":"closed","pull_request":[]}"#,
        #"{"action":"closed","pull_request":{"number":42,"html_url":"https://github.com/a/b/pull/42","state":"gone","#
            + #""updated_at":"2026-02-11T10:00:00Z","head":{"ref":"a"},"base":{"ref":"b"}}}"#,
        #"{"action":"closed","pull_request":{"number":42,"html_url":"https://github.com/a/b/pull/42","state":"open","#
            + #""updated_at":"yesterday","head":{"ref":"a"},"base":{"ref":"b"}}}"#,
    ])
    func whatIsNotGitHubsIsRefused(body: String) async throws {
        try await WebhookWorld.run { world in
            expectProblem(try await world.deliver(GitHubDelivery(event: "pull_request", body: body)), 400)
        }
    }

    @Test func aFormIsNotReadAndAHugeBodyNeither() async throws {
        try await WebhookWorld.run { world in
            var form = GitHubDelivery(event: "pull_request", body: "payload=%7B%7D")
            form.contentType = "application/x-www-form-urlencoded"
            expectProblem(try await world.deliver(form), 415)
            let huge = GitHubDelivery(event: "ping", body: "\"\(String(repeating: "x", count: 4 * 1_048_576))\"")
            expectProblem(try await world.deliver(huge), 413)
        }
    }
}
