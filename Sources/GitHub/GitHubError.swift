package import Domain
import FoundationEssentials

/// Why GitHub refused or failed, described in a sentence for the session's author. It never contains the token.
package enum GitHubError: Error, Equatable {
    case tokenRefused(reason: String)
    case forbidden(repository: String, reason: String)
    case notFound(repository: String)
    case refused(reason: String)
    /// The token's rate limit is exhausted.
    case rateLimited(until: Timestamp)
    /// GitHub didn't answer, or answered with a server error.
    case unreachable(reason: String)
    /// The response doesn't match GitHub's documentation.
    case unexpectedResponse(reason: String)

    /// How long to wait before a retry; `nil` when a retry is useless.
    ///
    /// - Parameter pause: the minimum wait.
    func wait(atLeast pause: Duration, from now: Timestamp) -> Duration? {
        switch self {
        case .unreachable: pause
        case .rateLimited(let end): max(pause, .milliseconds(end.milliseconds - now.milliseconds))
        case .tokenRefused, .forbidden, .notFound, .refused, .unexpectedResponse: nil
        }
    }
}

extension GitHubError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .tokenRefused(let reason):
            "GitHub refused the token: \(reason). Whoever runs this server can give it a new one."
        case .forbidden(let repository, let reason): "GitHub doesn't let the token do this in \(repository): \(reason)."
        case .notFound(let repository): "GitHub has no repository \(repository), or doesn't show it to the token."
        case .refused(let reason): "GitHub refused the pull request: \(reason)."
        case .rateLimited(let end): "GitHub had too many requests with the token and takes none before \(end)."
        case .unreachable(let reason): "GitHub can't be reached: \(reason)."
        case .unexpectedResponse(let reason): "GitHub's answer can't be understood: \(reason)."
        }
    }
}

extension Timestamp {
    static var now: Timestamp { Timestamp(Date()) }
}
