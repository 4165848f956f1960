package import Domain

/// A pull request identified by its repository and number, as in GitHub's API.
package struct HostedPullRequest: Hashable, Sendable {
    package let repository: RepositoryURL
    package let number: Int

    /// - Returns: `nil` unless the address is `https://HOST/OWNER/NAME/pull/NUMBER` on that host.
    package init?(_ url: PullRequestURL, on host: String) {
        let parts = url.description.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 7, parts[5] == "pull", let number = Int(parts[6]), number > 0,
            let repository = try? RepositoryURL(parts[..<5].joined(separator: "/"), allowedHosts: [host])
        else { return nil }
        self.repository = repository
        self.number = number
    }
}
