import CoreMetrics

/// The metrics of connections, and of requests that were refused or broken off.
package struct ConnectionMetrics: Sendable {
    private static let open = "lodestone_open_connections"
    private static let refused = "lodestone_refused_connections_total"
    private static let closed = "lodestone_closed_connections_total"
    private static let shed = "lodestone_shed_requests_total"
    private static let malformed = "lodestone_malformed_requests_total"
    private static let abandoned = "lodestone_abandoned_requests_total"
    private static let pauses = "lodestone_accept_pauses_total"

    package static let help = [
        open: "The number of open connections.",
        refused: "Connections refused because too many were open, in total or from one network.",
        closed: "Connections closed because the client was too slow to send a body or to read a response.",
        shed: "Requests refused because too many were in progress.",
        malformed: "Requests refused because they were not valid HTTP.",
        abandoned: "Requests whose client disconnected before the request or the response was complete.",
        pauses: "How often no connection could be accepted because the limit on open files was reached.",
    ]

    let openConnections: Gauge
    let refusedForAll: Counter
    let refusedForNetwork: Counter
    let slowReaders: Counter
    let slowBodies: Counter
    let shedRequests: Counter
    let malformedRequests: Counter
    let abandonedRequests: Counter
    let acceptPauses: Counter

    package init(in registry: MetricsRegistry) {
        openConnections = Gauge(label: Self.open, factory: registry)
        refusedForAll = Counter(label: Self.refused, dimensions: [("limit", "all")], factory: registry)
        refusedForNetwork = Counter(label: Self.refused, dimensions: [("limit", "network")], factory: registry)
        slowReaders = Counter(label: Self.closed, dimensions: [("slow", "reader")], factory: registry)
        slowBodies = Counter(label: Self.closed, dimensions: [("slow", "body")], factory: registry)
        shedRequests = Counter(label: Self.shed, factory: registry)
        malformedRequests = Counter(label: Self.malformed, factory: registry)
        abandonedRequests = Counter(label: Self.abandoned, factory: registry)
        acceptPauses = Counter(label: Self.pauses, factory: registry)
    }
}
