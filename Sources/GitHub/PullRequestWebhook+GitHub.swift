package import Domain
import FoundationEssentials

extension PullRequestWebhook {
    /// The webhook of GitHub.
    ///
    /// - Parameter host: the host of the pull requests that it may report.
    package static func gitHub(secret: HiddenText, host: String) -> PullRequestWebhook {
        PullRequestWebhook(
            service: "github", signatureField: "X-Hub-Signature-256", eventField: "X-GitHub-Event",
            check: { text in
                guard let signature = WebhookSignature(text) else { return nil }
                return { signature.isRight(for: $0, secret: secret) }
            },
            read: { event, body in
                guard let pullRequest = try GitHubDelivery.pullRequest(of: event, in: body),
                    HostedPullRequest(pullRequest.url, on: host) != nil
                else { return nil }
                return ReportedPullRequest(url: pullRequest.url, update: pullRequest.update)
            })
    }
}

/// Webhook deliveries from GitHub about pull requests.
private enum GitHubDelivery {
    private static let actions: Set<String> = [
        "opened", "reopened", "closed", "converted_to_draft", "ready_for_review", "synchronize", "edited",
    ]

    /// - Returns: `nil` for an event that says nothing about the state of a pull request.
    /// - Throws: `DomainError.invalid` for a body that GitHub doesn't send.
    static func pullRequest(of event: String, in body: [UInt8]) throws -> GitHubPullRequest? {
        do {
            let delivery = try JSONDecoder().decode(Delivery.self, from: Data(body))
            guard event == "pull_request", let action = delivery.action, actions.contains(action) else { return nil }
            return try JSONDecoder().decode(PullRequestDelivery.self, from: Data(body)).pullRequest
        } catch {
            throw DomainError.invalid("The body doesn't match the event in `X-GitHub-Event`.")
        }
    }

    private struct Delivery: Decodable {
        let action: String?
    }

    private struct PullRequestDelivery: Decodable {
        let pullRequest: GitHubPullRequest

        enum CodingKeys: String, CodingKey {
            case pullRequest = "pull_request"
        }
    }
}
