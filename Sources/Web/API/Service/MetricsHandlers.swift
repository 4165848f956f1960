import Domain
import HTTPTypes
import Hummingbird
import NIOCore
import Storage

/// Handler for the server's metrics, which reveal nothing about the data of any organization.
struct MetricsHandlers: Sendable {
    let services: Services

    /// `GET /metrics`
    func metrics(_ call: Call<Anyone>) -> Response {
        var text = ExpositionText()
        text.gauge(
            "lodestone_build_info", 1, labels: [MetricLabel("version", ServiceVersion.current)],
            help: "The running release.")
        text.gauge(
            "process_start_time_seconds", Double(services.startedAt.milliseconds) / 1000,
            help: "When the server started, in seconds since 1970.")
        let directory = services.store.directory
        text.gauge(
            "lodestone_database_size_bytes", Double(directory.databaseSize), help: "The size of the database's file.")
        text.gauge(
            "lodestone_database_wal_size_bytes", Double(directory.writeAheadLogSize),
            help: "The size of the write-ahead log beside it.")
        text.gauge(
            "lodestone_event_streams", Double(services.eventFeed.streamCount), help: "The event streams that are open.")
        if let backups = services.backups {
            text.gauge(
                "lodestone_backup_age_seconds", backups.age(at: services.clock.now()),
                help: "The time since the last good backup; infinite if there is none.")
            text.gauge(
                "lodestone_backup_succeeded", backups.hasFailed ? 0 : 1,
                help: "0 if the last attempt at a backup by schedule failed, else 1.")
        }
        services.metrics.write(to: &text)
        return Response(
            status: .ok, headers: [.contentType: ExpositionText.contentType],
            body: ResponseBody(byteBuffer: ByteBuffer(string: text.text)))
    }
}
