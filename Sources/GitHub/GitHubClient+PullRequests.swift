package import Domain
import FoundationEssentials
import NIOHTTP1

/// The pull request of a branch, whether this server or a person opened it.
package struct OpenedPullRequest: Equatable, Sendable {
    package let pullRequest: PullRequest
    /// When GitHub last changed anything in it.
    package let updatedAt: Timestamp
}

extension GitHubClient {
    /// Opens a pull request for a branch of the repository. If the branch already has one, open or not, that one is
    /// returned.
    ///
    /// - Throws: `GitHubError`, `CancellationError`.
    package func openPullRequest(
        in repository: RepositoryURL, head: BranchName, base: BranchName, title: String, body: String, isDraft: Bool
    ) async throws -> OpenedPullRequest {
        let new = NewPullRequest(
            title: title, head: head.description, base: base.description, body: body.clipped(to: 65_536),
            draft: isDraft)
        let json = Array(try JSONEncoder().encode(new))
        return try await timing.retrying {
            if let known = try await find(head, into: base, in: repository) { return known }
            let answer = try await send(.POST, "/repos/\(repository.fullName)/pulls", json: json)
            switch answer.status {
            case 201: return try opened(try answer.decoded(GitHubPullRequest.self))
            // An earlier attempt whose response was lost may have opened it.
            case 422 where answer.reason.contains("already exists"):
                guard let known = try await find(head, into: base, in: repository) else {
                    throw GitHubError.unreachable(reason: "it doesn't show the branch's pull request yet")
                }
                return known
            default: throw answer.error(in: repository)
            }
        }
    }

    /// Polls the state of a pull request.
    ///
    /// - Parameter etag: the ETag of the last response; GitHub may then answer `notModified`.
    /// - Throws: `GitHubError`, `CancellationError`.
    package func pullRequest(
        _ number: Int, in repository: RepositoryURL, etag: String?
    ) async throws -> PullRequestAnswer {
        try await timing.retrying {
            let answer = try await send(.GET, "/repos/\(repository.fullName)/pulls/\(number)", etag: etag)
            switch answer.status {
            case 200:
                return .changed(try answer.decoded(GitHubPullRequest.self).update, etag: answer.etag)
            case 304: return .notModified
            default:
                switch answer.error(in: repository) {
                case .notFound, .forbidden: return .gone
                case let error: throw error
                }
            }
        }
    }

    /// The branch's pull request: an open one if there is any, or else the latest; `nil` if there is none.
    private func find(
        _ head: BranchName, into base: BranchName, in repository: RepositoryURL
    ) async throws -> OpenedPullRequest? {
        let query = [
            "head=\("\(repository.owner):\(head)".percentEncoded)", "state=all",
            "base=\(base.description.percentEncoded)",
        ]
        let answer = try await send(.GET, "/repos/\(repository.fullName)/pulls?\(query.joined(separator: "&"))")
        guard answer.status == 200 else { throw answer.error(in: repository) }
        // GitHub lists all pull requests when it can't parse the filter.
        let all = try answer.decoded([GitHubPullRequest].self).filter {
            $0.head == head.description && $0.base == base.description
        }
        let isOpen: (GitHubPullRequest) -> Bool = { $0.update.status == .open || $0.update.status == .draft }
        return try (all.first(where: isOpen) ?? all.first).map(opened)
    }

    private func opened(_ answer: GitHubPullRequest) throws -> OpenedPullRequest {
        guard HostedPullRequest(answer.url, on: webHost)?.number == answer.number else {
            throw GitHubError.unexpectedResponse(reason: "the pull request's address isn't on \(webHost)")
        }
        return OpenedPullRequest(pullRequest: answer.pullRequest, updatedAt: answer.update.updatedAt)
    }
}

private struct NewPullRequest: Encodable {
    let title: String
    let head: String
    let base: String
    let body: String
    let draft: Bool
}

extension String {
    /// Truncates to a number of Unicode scalars, as GitHub counts.
    fileprivate func clipped(to length: Int) -> String {
        String(String.UnicodeScalarView(unicodeScalars.prefix(length)))
    }
}
