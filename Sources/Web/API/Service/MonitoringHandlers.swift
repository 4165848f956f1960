import Domain
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import Storage

/// Handlers for the programs that watch the server. They reveal nothing about the data of any organization.
struct MonitoringHandlers: Sendable {
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
            throw DomainError.databaseSilent
        }
        return Self.well
    }

    /// `GET /metrics`
    func metrics(_ call: Call<Anyone>) -> Response {
        var text = ExpositionText()
        text.gauge(
            "lodestone_build_info", 1, labels: [MetricLabel("version", ServiceVersion.current)],
            help: "The running version.")
        text.gauge(
            "process_start_time_seconds", Double(services.startedAt.milliseconds) / 1000,
            help: "When the server started, in seconds since 1970.")
        let directory = services.store.directory
        text.gauge(
            "lodestone_database_size_bytes", Double(directory.databaseSize),
            help: "The size of the database file, in bytes.")
        text.gauge(
            "lodestone_database_wal_size_bytes", Double(directory.writeAheadLogSize),
            help: "The size of the write-ahead log, in bytes.")
        text.gauge(
            "lodestone_event_streams", Double(services.eventFeed.streamCount),
            help: "The number of open event streams.")
        services.metrics.write(to: &text)
        return Response(
            status: .ok, headers: [.contentType: ExpositionText.contentType],
            body: ResponseBody(byteBuffer: ByteBuffer(string: text.text)))
    }
}
