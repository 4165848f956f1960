import Domain
import GitHub
import TestSupport

extension GitHubStandIn {
    /// A client that is patient for about a second.
    func client(
        token: String = token, webHost: String = "github.com", timeout: Duration = .seconds(120), attempts: Int = 4
    ) throws -> GitHubClient {
        GitHubClient(
            apiURL: try GitHubAPIURL(apiURL), webHost: webHost, token: HiddenText(token),
            timing: GitHubTiming(
                timeout: timeout, attempts: attempts, firstPause: .milliseconds(1), longestPause: .seconds(10)))
    }
}
