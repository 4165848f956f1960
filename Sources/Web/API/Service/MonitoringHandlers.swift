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

    private static func answer(_ body: [UInt8]) -> Response {
        Response(status: .ok, headers: .json, body: ResponseBody(byteBuffer: ByteBuffer(bytes: body)))
    }

    /// `GET /livez`: the process is alive. Normally `ConnectionHandler` answers this request before it gets here. A
    /// request reaches this handler only behind another one on its connection, whose response it has to wait for
    /// anyway.
    func live(_ call: Call<Anyone>) async throws -> Response {
        Self.answer(Self.alive)
    }

    /// `GET /readyz`: the database answers as well, and changes can be stored. The response also has the age of the last
    /// backup. An old backup is a warning with status 200: a load balancer that takes the server out of service would
    /// turn a missing backup into an outage.
    func ready(_ call: Call<Anyone>) async throws -> Response {
        if let reason = services.store.health.check().reasonForStrangers {
            throw DomainError.unavailable(
                "Changes are not stored: \(reason). The server's log has the details.", retryAfter: 5)
        }
        do {
            _ = try await services.store.accounts.isSetUp()
        } catch {
            call.logger.error("the database does not respond", metadata: ["error": "\(String(reflecting: error))"])
            throw DomainError.databaseSilent
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

    /// `GET /metrics`
    func metrics(_ call: Call<Anyone>) async throws -> Response {
        let configuration = services.configuration
        try MetricsAccess(token: configuration.metricsToken, trustedProxies: configuration.trustedProxies).check(call)
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
            "lodestone_database_waiting_writes", Double(services.store.waitingWrites),
            help: "The number of changes that wait for the next commit.")
        // The other metrics are most needed when the database can't be read.
        if let runs = try? await services.store.runs.counts() {
            text.family("lodestone_runs", .gauge, help: "The number of runs of agents that wait or are under way.")
            text.sample("lodestone_runs", [MetricLabel("state", "queued")], Double(runs.queued))
            text.sample("lodestone_runs", [MetricLabel("state", "under_way")], Double(runs.underWay))
        }
        text.gauge(
            "lodestone_event_streams", Double(services.eventFeed.streamCount),
            help: "The number of open event streams.")
        if let backups = services.backups {
            text.gauge(
                "lodestone_backup_age_seconds", backups.age(at: services.clock.now()),
                help: "The time since the last good backup, in seconds; infinite if there is none.")
            text.gauge(
                "lodestone_backup_succeeded", backups.hasFailed ? 0 : 1,
                help: "0 if the last scheduled backup failed, otherwise 1.")
        }
        services.metrics.write(to: &text)
        return Response(
            status: .ok, headers: [.contentType: ExpositionText.contentType],
            body: ResponseBody(byteBuffer: ByteBuffer(string: text.text)))
    }
}
