import Domain

/// A pull request in GitHub's API and webhooks. Other fields are ignored.
struct GitHubPullRequest: Decodable, Sendable {
    let number: Int
    let url: PullRequestURL
    /// The branch with the changes, and the branch to merge them into.
    let head: String
    let base: String
    let update: PullRequestUpdate

    var pullRequest: PullRequest {
        PullRequest(number: number, url: url, status: update.status, mergedAt: update.mergedAt)
    }

    init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: Field.self)
        number = try fields.decode(Int.self, forKey: .number)
        url = try PullRequestURL(try fields.decode(String.self, forKey: .url))
        head = try fields.decode(Branch.self, forKey: .head).ref
        base = try fields.decode(Branch.self, forKey: .base).ref
        let mergedAt = try fields.decodeIfPresent(Timestamp.self, forKey: .mergedAt)
        let status: PullRequest.Status =
            switch try fields.decode(State.self, forKey: .state) {
            case _ where mergedAt != nil: .merged
            case .closed: .closed
            case .open: try fields.decodeIfPresent(Bool.self, forKey: .isDraft) ?? false ? .draft : .open
            }
        update = PullRequestUpdate(
            status: status, mergedAt: mergedAt, updatedAt: try fields.decode(Timestamp.self, forKey: .updatedAt))
        guard number > 0 else {
            throw DecodingError.dataCorruptedError(forKey: .number, in: fields, debugDescription: "number is below 1")
        }
    }

    private enum Field: String, CodingKey {
        case number, state, head, base
        case url = "html_url"
        case isDraft = "draft"
        case mergedAt = "merged_at"
        case updatedAt = "updated_at"
    }

    private enum State: String, Decodable {
        case open, closed
    }

    private struct Branch: Decodable {
        let ref: String
    }
}
