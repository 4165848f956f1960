import Domain
import GitHub
import HTTPTypes
import TestSupport

/// A team with a session whose pull request is open, and a service that takes GitHub's webhooks.
struct WebhookWorld {
    let service: TestService
    let team: Team
    let session: String
    /// As GitHub has it.
    var pullRequest = StandInPullRequest()

    /// A second host of the same kind.
    static let enterprise = "git.example.com"
    static let enterpriseSecret = "another secret"

    static func run(_ test: @Sendable (inout WebhookWorld) async throws -> Void) async throws {
        let secrets = ["github.com": GitHubDelivery.secret, enterprise: enterpriseSecret]
        let hosts = Dictionary(
            uniqueKeysWithValues: secrets.map { name, secret in
                (name, GitHost(name: name, webhook: .gitHub(secret: HiddenText(secret), host: name)))
            })
        try await TestService.run(gitHosts: hosts) { service in
            let team = try await service.makeTeam()
            let session = try await service.createSession(in: team)
            var world = WebhookWorld(service: service, team: team, session: session)
            try await world.report("open", for: session, of: team)
            try await test(&world)
        }
    }

    func report(_ status: String, for session: String, of team: Team, url: String? = nil) async throws {
        let url = url ?? pullRequest.url
        try await service.send(
            .put, "/api/sessions/\(session)/pull-request", as: team.key,
            body: #"{"number":\#(pullRequest.number),"url":"\#(url)","status":"\#(status)"}"#)
    }

    /// Sends what GitHub would, or with other headers.
    @discardableResult
    func deliver(_ delivery: GitHubDelivery, headers: HTTPFields? = nil) async throws -> TestAnswer {
        try await service.send(
            .post, "/api/webhooks/github", exactly: headers ?? delivery.headers, body: delivery.body)
    }

    @discardableResult
    func deliver(_ action: String) async throws -> TestAnswer {
        try await deliver(GitHubDelivery(action, pullRequest))
    }

    /// What the session says of its pull request.
    var status: String? {
        get async throws { try await service.session(session, of: team)["metadata"]?["prStatus"]?.text }
    }

    var merges: Int? {
        get async throws { try await service.stats(of: team)["mergesPastWeek"]?.integer }
    }
}
