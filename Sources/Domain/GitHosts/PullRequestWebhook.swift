/// Checks and parses the deliveries of a host's webhook.
package struct PullRequestWebhook: Sendable {
    /// Whether a body has this signature.
    package typealias Check = @Sendable (_ body: [UInt8]) -> Bool

    /// The kind of host, as in the webhook's path: `github`.
    package let service: String
    /// The header field with the signature of a delivery.
    package let signatureField: String
    /// The header field with the name of the event.
    package let eventField: String
    /// The check for a signature; `nil` for text that is no signature.
    package let check: @Sendable (_ signature: String) -> Check?
    /// Parses the state of a pull request; `nil` when the delivery is about something else, or another host. Throws
    /// `DomainError.invalid` for a body that the host doesn't send.
    package let read: @Sendable (_ event: String, _ body: [UInt8]) throws -> ReportedPullRequest?

    package init(
        service: String, signatureField: String, eventField: String,
        check: @escaping @Sendable (_ signature: String) -> Check?,
        read: @escaping @Sendable (_ event: String, _ body: [UInt8]) throws -> ReportedPullRequest?
    ) {
        self.service = service
        self.signatureField = signatureField
        self.eventField = eventField
        self.check = check
        self.read = read
    }
}

/// The state of a pull request that its host reports.
package struct ReportedPullRequest: Sendable {
    package let url: PullRequestURL
    package let update: PullRequestUpdate

    package init(url: PullRequestURL, update: PullRequestUpdate) {
        self.url = url
        self.update = update
    }
}
