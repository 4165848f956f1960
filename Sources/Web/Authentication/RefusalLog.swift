import Domain
import HTTPTypes
import Logging
import Storage

/// Records in the audit log that a signed-in person or an API key was refused access: at most 10 times a minute for
/// each of them, so that a program that keeps trying can't fill the log.
final class RefusalLog: Sendable {
    private let audit: AuditStore
    private let clock: Clock
    private let people = RateLimiter<UserID>(RefusalLog.rate)
    private let keys = RateLimiter<APIKeyID>(RefusalLog.rate)

    private static let rate = Rate(10, per: .seconds(60))

    init(_ audit: AuditStore, clock: Clock) {
        self.audit = audit
        self.clock = clock
    }

    /// - Parameter path: the route's path, without the values of its parameters.
    func record(_ caller: Caller, _ method: HTTPRequest.Method, _ path: String, logger: Logger) async {
        let now = clock.now()
        let details = ["method": method.rawValue, "path": path]
        do {
            switch caller {
            case .browser(let browser):
                guard people.take(from: browser.user.id, at: now) == nil else { return }
                try await audit.record(.accessRefused, of: browser.user.id, details: details, at: now)
            case .apiKey(let key):
                guard keys.take(from: key.id, at: now) == nil else { return }
                let subject = AuditSubject(key.id, name: key.name)
                try await audit.record(
                    .accessRefused, in: key.organizationID, subject: subject, details: details, at: now)
            }
        } catch {
            logger.error("a refused access was not recorded in the audit log", metadata: ["error": "\(error)"])
        }
    }
}
