package import AsyncHTTPClient
package import Domain
package import GitHub
package import Web

/// What the operator says of GitHub, or of a company's own GitHub server.
package struct GitHubConfiguration: Sendable {
    package static let defaultHost = "github.com"
    package static let defaultPollInterval: Duration = .seconds(300)

    /// The host of the pages that people read, which git's credential is for too.
    package let host: String
    package let apiURL: GitHubAPIURL
    /// Without it nothing is asked of GitHub.
    package let token: HiddenText?
    /// Without it webhooks aren't taken.
    package let webhookSecret: HiddenText?
    /// How long it takes to ask about every open pull request; `nil` when none is asked about.
    package let pollInterval: Duration?

    /// Speaks with the token; `nil` without one.
    package func makeClient(_ httpClient: HTTPClient = .shared, timing: GitHubTiming = GitHubTiming()) -> GitHubClient?
    {
        token.map { token in
            GitHubClient(apiURL: apiURL, webHost: host, token: token, httpClient: httpClient, timing: timing)
        }
    }

    package var webhook: GitHubWebhook? {
        webhookSecret.map { GitHubWebhook(secret: $0, host: host) }
    }
}
