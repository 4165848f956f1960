import Domain
import Logging
import Synchronization

/// The sender of a request as the log shows them: a reference, because the middleware that logs the request is done
/// with its context before the caller is known.
final class RequestCaller: Sendable {
    private let known = Mutex<Logger.Metadata>([:])

    /// What is known so far: `user` or `key`, and `organization`.
    var metadata: Logger.Metadata { known.withLock { $0 } }

    func note(_ caller: Caller) {
        known.withLock { known in
            switch caller {
            case .apiKey(let key):
                known["key"] = "\(key.id)"
                known["organization"] = "\(key.organizationID)"
            case .browser(let browser):
                known["user"] = "\(browser.user.id)"
            }
        }
    }

    func note(_ runner: RunnerToken) {
        known.withLock { known in
            known["runner"] = "\(runner.id)"
            if let organization = runner.organizationID { known["organization"] = "\(organization)" }
        }
    }

    /// - Parameter organization: one to which the caller belongs.
    func note(_ organization: OrganizationID) {
        known.withLock { $0["organization"] = "\(organization)" }
    }
}
