import Crypto
package import HTTPTypes

/// A webhook request as GitHub sends it.
package struct GitHubDelivery: Sendable {
    package static let secret = "It's a Secret to Everybody"

    package var event = "pull_request"
    package var contentType = "application/json"
    package var body: String

    package init(_ action: String, _ pullRequest: StandInPullRequest) {
        let owner = pullRequest.repository.prefix { $0 != "/" }
        let payload: JSONValue = [
            "action": .string(action), "number": .number(Double(pullRequest.number)),
            "pull_request": pullRequest.json,
            "repository": [
                "full_name": .string(pullRequest.repository), "owner": ["login": .string(String(owner))],
            ],
            "sender": ["login": "octocat"],
        ]
        body = payload.json
    }

    package init(event: String, body: String) {
        self.event = event
        self.body = body
    }

    package var signature: String { Self.signature(of: body) }

    /// The value of the `X-Hub-Signature-256` header.
    package static func signature(of body: String, secret: String = secret) -> String {
        let code = HMAC<SHA256>.authenticationCode(for: Array(body.utf8), using: SymmetricKey(data: Array(secret.utf8)))
        return "sha256="
            + code.map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined()
    }

    package var headers: HTTPFields {
        [
            .contentType: contentType, .gitHubEvent: event, .gitHubSignature: signature,
            .userAgent: "GitHub-Hookshot/044aadd",
        ]
    }
}

extension HTTPField.Name {
    package static let gitHubEvent = named("X-GitHub-Event")
    package static let gitHubSignature = named("X-Hub-Signature-256")
}
