import Domain
import Sandbox
import Storage

/// Why a run failed; the reason is shown to the session's user.
struct RunFailure: Error {
    let reason: String
    /// `false` if the server's log should have the underlying error.
    var isExpected = true

    /// Converts an error; those that are not meant for users get a general reason.
    init(_ error: any Error) {
        reason =
            switch error {
            case let failure as RunFailure: failure.reason
            case let failure as GitHostFailure: failure.reason
            case let error as GitError: error.description
            case let error as SandboxError: error.description
            case let breach as LimitBreach: "The agent was stopped. \(breach.description)"
            case let error as DomainError: error.detail
            case let error as StorageError: error.refusal?.detail ?? Self.unknown
            default: Self.unknown
            }
        isExpected = (error as? RunFailure)?.isExpected ?? (reason != Self.unknown && !(error is StorageError))
    }

    private static let unknown = "Something went wrong on the server. See the server's log."

    init(reason: String) {
        self.reason = reason
    }

    /// For an agent that exited without a result.
    init(endOf ending: AgentEnding, stray: String) {
        if let breach = ending.breach {
            self = RunFailure(breach)
            return
        }
        let said = [ending.errorText, stray].map { $0.suffix(2000).trimmingPrefix { $0.isWhitespace } }
            .first { !$0.isEmpty }
        self.init(reason: "The agent exited without a result (\(ending.status))" + (said.map { ": \($0)" } ?? "."))
    }

    /// For a setup script that failed.
    init(setupScript result: CommandResult, redactor: SecretRedactor) {
        if let breach = result.ending.breach {
            self.init(reason: "The set-up script was stopped. \(breach.description)")
            return
        }
        let said = redactor.redacting(result.ending.errorText.isEmpty ? result.text : result.ending.errorText)
        self.init(reason: "The set-up script failed (\(result.ending.status)): \(said.suffix(2000))")
    }

    /// For a runner that could not run a process, or not return its files.
    init(runner reason: String) {
        self.init(reason: "The runner failed: \(reason)")
    }

    static let lostRunners = RunFailure(
        reason: """
            \(RunStore.maximumLosses) runners in a row were lost while they worked on this. See their logs, then retry.
            """)
    static let stopped = RunFailure(reason: "The session was stopped.")
}
