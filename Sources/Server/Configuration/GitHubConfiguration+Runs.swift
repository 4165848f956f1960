import Domain
import GitHub
import Runs
import Sandbox

/// The parts of the GitHub configuration that runs use.
extension GitHubConfiguration {
    /// The credential with which git clones and pushes; `nil` without a token.
    var credential: GitCredential? {
        token.map { GitCredential(host: host, token: $0.text) }
    }

    /// Opens pull requests for runs; `nil` without a token.
    var publisher: PullRequestPublisher? {
        makeClient().map { client in
            PullRequestPublisher(host: host) { draft in
                do {
                    return try await client.openPullRequest(
                        in: draft.repository.url, head: draft.branch, base: draft.repository.baseBranch,
                        title: draft.title, body: draft.body, isDraft: false
                    ).pullRequest
                } catch let error as GitHubError {
                    throw PullRequestRefusal(reason: error.description)
                }
            }
        }
    }
}
