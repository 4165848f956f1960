import Domain
import FoundationEssentials
import HTTPTypes
import Hummingbird
import NIOCore
import Storage

/// Handler for webhooks that other services call, authenticated by a signature.
struct WebhookHandlers: Sendable {
    let services: Services

    /// `POST /api/webhooks/github`: changes to pull requests. A delivery may arrive twice, and in any order.
    func takeFromGitHub(_ call: Call<Anyone>) async throws -> Response {
        guard let webhook = services.configuration.gitHubWebhook else { throw HTTPError(.notFound) }
        guard let signature = WebhookSignature(call.request.headers[.gitHubSignature]) else { throw Self.unsigned }
        let body = try await call.bodyBytes(limit: BodyLimit.webhook)
        guard signature.isRight(for: body, secret: webhook.secret) else { throw Self.unsigned }
        guard MediaTypes.isJSON(call.request.headers[.contentType]) else {
            throw HTTPError(.unsupportedMediaType, message: "Choose the content type application/json for the webhook.")
        }
        let event = call.request.headers[.gitHubEvent] ?? ""
        if let pullRequest = try GitHubDelivery.pullRequest(of: event, in: body),
            HostedPullRequest(pullRequest.url, on: webhook.host) != nil
        {
            try await services.store.sessions.apply(
                pullRequest.update, of: pullRequest.url, at: services.clock.now())
        }
        return Response(status: .noContent)
    }

    private static let unsigned = DomainError.unauthenticated(
        "The request isn't signed with the webhook's secret in `X-Hub-Signature-256`.")
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

extension HTTPField.Name {
    static let gitHubEvent = named("X-GitHub-Event")
    static let gitHubSignature = named("X-Hub-Signature-256")
}
