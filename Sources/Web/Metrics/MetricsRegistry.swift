package import CoreMetrics
import Storage
import Synchronization

/// Holds the counters and measurements that Prometheus fetches. A series lives as long as the process, so its labels
/// must come from a small set.
package final class MetricsRegistry: MetricsFactory {
    private let families = Mutex<[String: Family]>([:])
    private let help: [String: String]

    /// The help texts of the metrics that every server has.
    package static let standardHelp = [ConnectionMetrics.help, RequestMetrics.help, DatabaseMetrics.help]
        .reduce(into: [:]) { all, help in all.merge(help) { $1 } }

    /// - Parameter help: a line about each metric, by the metric's name.
    package init(help: [String: String] = standardHelp) {
        self.help = help
    }

    package func makeCounter(label: String, dimensions: [(String, String)]) -> any CounterHandler {
        series(CounterSeries.init, .counter, label, dimensions) ?? NOOPMetricsHandler.instance
    }

    /// An aggregating recorder also shows only its last value.
    package func makeRecorder(
        label: String, dimensions: [(String, String)], aggregate: Bool
    ) -> any RecorderHandler {
        series(GaugeSeries.init, .gauge, label, dimensions) ?? NOOPMetricsHandler.instance
    }

    package func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler {
        series(HistogramSeries.init, .histogram, label, dimensions) ?? NOOPMetricsHandler.instance
    }

    package func destroyCounter(_ handler: any CounterHandler) {}
    package func destroyRecorder(_ handler: any RecorderHandler) {}
    package func destroyTimer(_ handler: any TimerHandler) {}

    /// Writes every series, always in the same order.
    func write(to text: inout ExpositionText) {
        let families = families.withLock { $0 }
        for (name, family) in families.sorted(by: { $0.key < $1.key }) {
            text.family(name, family.kind, help: help[name])
            for (labels, series) in family.series.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
                series.write(name, labels, to: &text)
            }
        }
    }

    /// The series with these labels; `nil` if the name is already used for a metric of another kind.
    private func series<Series: MetricSeries>(
        _ make: () -> Series, _ kind: MetricKind, _ label: String, _ dimensions: [(String, String)]
    ) -> Series? {
        let labels = dimensions.map { MetricLabel($0.0, $0.1) }
        return families.withLock { families in
            var family = families[ExpositionText.name(label), default: Family(kind: kind)]
            if let series = family.series[labels] { return series as? Series }
            guard family.kind == kind else { return nil }
            let series = make()
            family.series[labels] = series
            families[ExpositionText.name(label)] = family
            return series
        }
    }
}

/// All series of one name.
private struct Family {
    let kind: MetricKind
    var series: [[MetricLabel]: any MetricSeries] = [:]
}
