package import AsyncHTTPClient
package import Domain
import OutgoingHTTP

/// The operator's configuration of GitHub, or of a GitHub Enterprise server.
package struct GitHubConfiguration: Sendable {
    package static let defaultHost = "github.com"
    package static let defaultPollInterval: Duration = .seconds(300)

    /// The host of the web pages, for which git's credential is used too.
    package let host: String
    package let apiURL: GitHubAPIURL
    /// `nil` turns off all requests to GitHub.
    package let token: HiddenText?
    /// `nil` turns off webhooks.
    package let webhookSecret: HiddenText?
    /// The time in which every open pull request is polled once; `nil` turns off polling.
    package let pollInterval: Duration?

    package init(
        host: String, apiURL: GitHubAPIURL, token: HiddenText?, webhookSecret: HiddenText?, pollInterval: Duration?
    ) {
        self.host = host
        self.apiURL = apiURL
        self.token = token
        self.webhookSecret = webhookSecret
        self.pollInterval = pollInterval
    }

    /// A client with the token; `nil` without a token.
    package func makeClient(
        _ httpClient: HTTPClient = .outgoing, timing: GitHubTiming = GitHubTiming()
    ) -> GitHubClient? {
        token.map { token in
            GitHubClient(apiURL: apiURL, webHost: host, token: token, httpClient: httpClient, timing: timing)
        }
    }

    /// GitHub as the rest of the server works with it.
    package var gitHost: GitHost {
        let client = makeClient()
        return GitHost(
            name: host, apiURL: apiURL.description, credential: token.map { GitCredential(host: host, token: $0.text) },
            publisher: client?.publisher, poller: pollInterval.flatMap { client?.poller(every: $0) },
            webhook: webhookSecret.map { .gitHub(secret: $0, host: host) })
    }
}
