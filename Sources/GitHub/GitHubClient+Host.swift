package import Domain

/// What runs and polling use of GitHub.
extension GitHubClient {
    /// Opens pull requests that aren't drafts.
    package var publisher: PullRequestPublisher {
        PullRequestPublisher { draft in
            try await failingPlainly {
                try await openPullRequest(
                    in: draft.repository.url, head: draft.branch, base: draft.repository.baseBranch,
                    title: draft.title, body: draft.body, isDraft: false
                ).pullRequest
            }
        }
    }

    package func poller(every interval: Duration) -> PullRequestPoller {
        PullRequestPoller(interval: interval) { url, etag in
            guard let hosted = HostedPullRequest(url, on: webHost) else { return .gone }
            return try await failingPlainly { try await pullRequest(hosted.number, in: hosted.repository, etag: etag) }
        }
    }

    /// - Throws: `GitHostFailure` for every `GitHubError`.
    private func failingPlainly<Value>(_ request: () async throws -> Value) async throws -> Value {
        do {
            return try await request()
        } catch let error as GitHubError {
            throw GitHostFailure(reason: error.description)
        }
    }
}
