import Domain
import HTTPTypes
import Hummingbird
import NIOCore
import Storage

/// Handler for webhooks that git hosts call, authenticated by a signature.
struct WebhookHandlers: Sendable {
    let services: Services

    /// `POST /api/webhooks/github`: changes to pull requests. A delivery may arrive twice, and in any order.
    func takeFromGitHub(_ call: Call<Anyone>) async throws -> Response {
        try await receive(from: "github", call)
    }

    /// Accepts a delivery if one of the hosts of this kind has signed it.
    private func receive(from service: String, _ call: Call<Anyone>) async throws -> Response {
        let headers = call.request.headers
        let webhooks = services.configuration.gitHosts.values.compactMap(\.webhook).filter { $0.service == service }
        guard let first = webhooks.first else { throw HTTPError(.notFound) }
        let unsigned = DomainError.unsignedWebhook(in: first.signatureField)
        let checks = webhooks.compactMap { webhook in
            Self.value(of: webhook.signatureField, in: headers).flatMap(webhook.check).map { (webhook, isRight: $0) }
        }
        guard !checks.isEmpty else { throw unsigned }
        let body = try await call.bodyBytes(limit: BodyLimit.webhook)
        guard let (webhook, _) = checks.first(where: { $0.isRight(body) }) else { throw unsigned }
        guard MediaTypes.isJSON(headers[.contentType]) else {
            throw HTTPError.notAJSONWebhook
        }
        if let reported = try webhook.read(Self.value(of: webhook.eventField, in: headers) ?? "", body) {
            try await services.store.sessions.apply(reported.update, of: reported.url, at: services.clock.now())
        }
        return Response(status: .noContent)
    }

    private static func value(of field: String, in headers: HTTPFields) -> String? {
        HTTPField.Name(field).flatMap { headers[$0] }
    }
}
