import Domain
import Hummingbird
import Logging
import NIOCore
import Storage

/// The handlers for those who watch the process rather than use the service.
struct HealthHandlers: Sendable {
    let services: Services

    /// The body that says that all is well.
    static let alive: [UInt8] = {
        var json = JSONWriter()
        json.object { $0.field("status", "ok") }
        return json.bytes
    }()

    private static var well: Response {
        Response(status: .ok, headers: .json, body: ResponseBody(byteBuffer: ByteBuffer(bytes: alive)))
    }

    /// `GET /livez`: the process answers. Its connection does so itself, see `ConnectionHandler`; what arrives here stood
    /// behind another request on the connection, and waits for that one's answer anyway.
    func live(_ call: Call<Anyone>) async throws -> Response {
        Self.well
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
        return Self.well
    }
}
