import CoreMetrics
import Synchronization

/// The measurements of requests, by the route's pattern, the method and the class of the status. Each series is looked
/// up once and then reused: making its labels and finding it costs as much as a small response.
package final class RequestMetrics: Sendable {
    struct Labels: Hashable {
        let method: String
        let route: String
        /// The first digit of the status.
        let statusClass: Int
    }

    private struct Series {
        let count: Counter
        let duration: Timer
    }

    private static let count = "http_requests_total"
    private static let duration = "http_request_duration_seconds"

    package static let help = [
        count: "Requests that got a response.",
        duration: "The time from a request's header to its response's header, without the response's body.",
    ]

    private let registry: MetricsRegistry
    private let series = Mutex<[Labels: Series]>([:])

    init(in registry: MetricsRegistry) {
        self.registry = registry
    }

    func record(_ duration: Duration, of labels: Labels) {
        let series = series.withLock { known in
            if let series = known[labels] { return series }
            let series = makeSeries(labels)
            known[labels] = series
            return series
        }
        series.count.increment()
        series.duration.recordNanoseconds(Int64(duration / .nanoseconds(1)))
    }

    private func makeSeries(_ labels: Labels) -> Series {
        let dimensions = [
            ("method", labels.method), ("route", labels.route), ("status", "\(labels.statusClass)xx"),
        ]
        return Series(
            count: Counter(label: Self.count, dimensions: dimensions, factory: registry),
            duration: Timer(label: Self.duration, dimensions: dimensions, factory: registry))
    }
}
