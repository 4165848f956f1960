import Domain
import GitHub
import HTTPTypes
import TestSupport
import Testing

/// The token goes to GitHub and nowhere else.
@Suite(.timeLimit(.minutes(15)))
struct GitHubTokenTests {
    private static let repository = RepositoryURL(host: "github.com", owner: "acme", name: "web-app")
    private static let token = GitHubStandIn.token

    private static func failure(_ gitHub: GitHubStandIn, token: String = token) async throws -> String {
        let client = try gitHub.client(token: token, attempts: 1)
        let error = await #expect(throws: GitHubError.self) {
            try await client.openPullRequest(
                in: repository, head: .main, base: .main, title: "x", body: "", isDraft: false)
        }
        return "\(String(describing: error)) \(String(reflecting: error))"
    }

    @Test func aWrongOneIsToldInASentence() async throws {
        try await GitHubStandIn.run { gitHub in
            let text = try await Self.failure(gitHub, token: "ghp_wrong")
            #expect(text.contains("GitHub refused the token: Bad credentials."))
            #expect(!text.contains("ghp_wrong"))
        }
    }

    @Test(arguments: [401, 403, 404, 422, 429, 500, 418])
    func noErrorRepeatsIt(status: Int) async throws {
        try await GitHubStandIn.run { gitHub in
            let message = "Authorization: Bearer \(Self.token)\r\nis no good"
            gitHub.plan(.instead(StandInAnswer(status, ["message": .string(message)])), to: .get)
            let text = try await Self.failure(gitHub)
            #expect(!text.contains(Self.token))
        }
    }

    @Test func oneThatIsNoHeaderIsNotRepeatedEither() async throws {
        try await GitHubStandIn.run { gitHub in
            let text = try await Self.failure(gitHub, token: "half\na token")
            #expect(!text.contains("a token"))
            #expect(gitHub.requests.isEmpty)
        }
    }

    @Test func whateverPrintsAClientHidesIt() async throws {
        try await GitHubStandIn.run { gitHub in
            let client = try gitHub.client()
            var dumped = ""
            dump(client, to: &dumped, maxDepth: 3)
            for text in ["\(client)", String(reflecting: client), dumped] {
                #expect(text.contains("***") && !text.contains(Self.token))
            }
        }
    }

    @Test func anotherOriginDoesNotGetIt() async throws {
        try await GitHubStandIn.run { gitHub in
            try await GitHubStandIn.run { other in
                let address = "\(other.apiURL)/repos/acme/web-app/pulls/42"
                gitHub.plan(.instead(StandInAnswer(301, nil, headers: ["Location": address])), to: .get)
                await #expect(throws: GitHubError.self) {
                    try await gitHub.client().pullRequest(42, in: Self.repository, etag: nil)
                }
                #expect(other.requests.count == 1 && other.requests[0].headers[.authorization] == nil)
            }
        }
    }
}
