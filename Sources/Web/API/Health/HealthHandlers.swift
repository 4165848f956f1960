import Domain
import Hummingbird
import Logging
import Storage

/// The handlers for those who watch the process rather than use the service.
struct HealthHandlers: Sendable {
    let services: Services

    /// `GET /livez`: the process answers.
    func live(_ call: Call<Anyone>) async throws -> Response {
        .json { $0.field("status", "ok") }
    }

    /// `GET /readyz`: the database answers too, and changes can be stored.
    func ready(_ call: Call<Anyone>) async throws -> Response {
        if let reason = services.store.health.check().reason {
            throw DomainError.unavailable("Changes are not stored: \(reason).", retryAfter: 5)
        }
        do {
            _ = try await services.store.accounts.isSetUp()
        } catch {
            call.logger.error("the database does not answer", metadata: ["error": "\(String(reflecting: error))"])
            throw DomainError.unavailable("The database does not answer. The server's log tells more.")
        }
        return .json { $0.field("status", "ok") }
    }
}
