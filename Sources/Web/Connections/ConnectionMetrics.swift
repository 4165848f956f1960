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
        open: "The connections that are open.",
        refused: "Connections that were refused because too many were open: of all, or of one network.",
        closed: "Connections that were closed on clients that were too slow: to send a body, or to read an answer.",
        shed: "Requests that were refused because too many were under way.",
        malformed: "Requests that were refused because they were no right HTTP.",
        abandoned: "Requests whose client went away before they were whole, or answered.",
        pauses: "Times at which no connection could be accepted for want of open files.",
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
