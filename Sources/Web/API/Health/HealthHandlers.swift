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

    private static func answer(_ body: [UInt8]) -> Response {
        Response(status: .ok, headers: .json, body: ResponseBody(byteBuffer: ByteBuffer(bytes: body)))
    }

    /// `GET /livez`: the process is alive. Normally the connection answers this itself, see `ConnectionHandler`. A
    /// request that arrives here came behind another one on its connection, and has to wait for that one's response
    /// anyway.
    func live(_ call: Call<Anyone>) async throws -> Response {
        Self.answer(Self.alive)
    }

    /// `GET /readyz`: the database answers as well, and changes can be stored. It also tells the age of the last backup.
    /// An old one is a warning with status 200: a load balancer that takes the server out of service would turn a
    /// missing backup into an outage.
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
        guard let backups = services.backups else { return Self.answer(Self.alive) }
        return Self.answer(readiness(backups, at: services.clock.now()))
    }

    private func readiness(_ backups: BackupStatus, at now: Timestamp) -> [UInt8] {
        let warning = backups.warning(at: now)
        var json = JSONWriter()
        json.object { json in
            json.field("status", warning == nil ? "ok" : "warning")
            json.field("warning", warning)
            json.field("lastBackupAt", backups.lastGood)
            if backups.lastGood != nil { json.field("backupAgeSeconds", Int(backups.age(at: now))) }
        }
        return json.bytes
    }
}
