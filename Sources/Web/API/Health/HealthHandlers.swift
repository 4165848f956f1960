import Domain
import Hummingbird
import Logging
import NIOCore
import Storage

/// Handlers for probes of the process, rather than for users of the service.
struct HealthHandlers: Sendable {
    let services: Services

    /// The body of a successful probe.
    static let alive: [UInt8] = {
        var json = JSONWriter()
        json.object { $0.field("status", "ok") }
        return json.bytes
    }()

    private static var well: Response {
        Response(status: .ok, headers: .json, body: ResponseBody(byteBuffer: ByteBuffer(bytes: alive)))
    }

    /// `GET /livez`: the process is alive. Normally `ConnectionHandler` answers this request before it gets here. A
    /// request reaches this handler only behind another one on its connection, whose response it has to wait for
    /// anyway.
    func live(_ call: Call<Anyone>) async throws -> Response {
        Self.well
    }

    /// `GET /readyz`: the database answers as well, and changes can be stored.
    func ready(_ call: Call<Anyone>) async throws -> Response {
        if let reason = services.store.health.check().reason {
            throw DomainError.unavailable("Changes are not stored: \(reason).", retryAfter: 5)
        }
        do {
            _ = try await services.store.accounts.isSetUp()
        } catch {
            call.logger.error("the database does not respond", metadata: ["error": "\(String(reflecting: error))"])
            throw DomainError.unavailable("The database does not respond. See the server's log.")
        }
        return Self.well
    }
}
