/// Why a runner can't go on, with the server or at all.
package enum RunnerError: Error, CustomStringConvertible {
    /// The server doesn't know the token, or no longer.
    case tokenRefused(String)
    /// The server doesn't allow or understand what the runner asks for.
    case refused(String)
    /// The lease is over: the run belongs to somebody else now.
    case leaseOver
    /// The server can't be reached, or can't answer now.
    case unavailable(String)
    /// The directory is in use.
    case directoryInUse(String)

    package var description: String {
        switch self {
        case .tokenRefused(let detail): "The server refuses the runner's token. \(detail)"
        case .refused(let detail): "The server refuses the runner. \(detail)"
        case .leaseOver: "The run's lease is over."
        case .unavailable(let detail): "The server can't be reached: \(detail)"
        case .directoryInUse(let path): "Another runner uses the directory \(path)."
        }
    }
}
