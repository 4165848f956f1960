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
            "GitHub refused the token: \(reason). The server's operator can set a new one."
        case .forbidden(let repository, let reason):
            "The GitHub token is not allowed to do this in \(repository): \(reason)."
        case .notFound(let repository): "GitHub has no repository \(repository), or the token can't access it."
        case .refused(let reason): "GitHub refused the pull request: \(reason)."
        case .rateLimited(let end): "The GitHub token has reached its rate limit. Requests work again at \(end)."
        case .unreachable(let reason): "GitHub can't be reached: \(reason)."
        case .unexpectedResponse(let reason): "GitHub's response can't be read: \(reason)."
        }
    }
}

extension Timestamp {
    static var now: Timestamp { Timestamp(Date()) }
}
