/// A git host on which the server can do more than clone public repositories. Each kind of host has a module of its own,
/// which makes this value; all other modules treat every host the same, and find it by its name.
package struct GitHost: Sendable {
    /// As in the addresses of its repositories: `github.com`.
    package let name: String
    /// The URL of the host's API; `nil` if it is unknown.
    package let apiURL: String?
    /// Used by git to clone and push; `nil` for none.
    package let credential: GitCredential?
    /// Opens pull requests; `nil` when work is not published there.
    package let publisher: PullRequestPublisher?
    /// Asks for the state of pull requests; `nil` when they aren't polled.
    package let poller: PullRequestPoller?
    /// Parses the changes that the host reports; `nil` for no webhook.
    package let webhook: PullRequestWebhook?

    package init(
        name: String, apiURL: String? = nil, credential: GitCredential? = nil, publisher: PullRequestPublisher? = nil,
        poller: PullRequestPoller? = nil, webhook: PullRequestWebhook? = nil
    ) {
        self.name = name
        self.apiURL = apiURL
        self.credential = credential
        self.publisher = publisher
        self.poller = poller
        self.webhook = webhook
    }
}

/// A request that a host refused or did not answer.
package struct GitHostFailure: Error {
    /// A sentence for the session's author, without secrets.
    package let reason: String

    package init(reason: String) {
        self.reason = reason
    }
}
