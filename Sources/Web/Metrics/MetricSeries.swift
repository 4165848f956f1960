import CoreMetrics
import Synchronization

/// The values of one metric with one set of labels.
protocol MetricSeries: AnyObject, Sendable {
    func write(_ name: String, _ labels: [MetricLabel], to text: inout ExpositionText)
}

final class CounterSeries: CounterHandler, MetricSeries {
    private let value = Atomic<Int64>(0)

    func increment(by amount: Int64) {
        value.wrappingAdd(amount, ordering: .relaxed)
    }

    func reset() {
        value.store(0, ordering: .relaxed)
    }

    func write(_ name: String, _ labels: [MetricLabel], to text: inout ExpositionText) {
        text.sample(name, labels, Double(value.load(ordering: .relaxed)))
    }
}

final class GaugeSeries: RecorderHandler, MetricSeries {
    private let value = Mutex(0.0)

    func record(_ value: Int64) {
        record(Double(value))
    }

    func record(_ value: Double) {
        self.value.withLock { $0 = value }
    }

    func write(_ name: String, _ labels: [MetricLabel], to text: inout ExpositionText) {
        text.sample(name, labels, value.withLock { $0 })
    }
}

/// Durations in seconds, counted in buckets by length.
final class HistogramSeries: TimerHandler, MetricSeries {
    private struct State {
        /// For each bound, how many durations were within it but above the bound before; the last counts those above
        /// all bounds.
        var counts = [Int](repeating: 0, count: HistogramSeries.bounds.count + 1)
        var sum = 0.0
    }

    /// The buckets' upper bounds in seconds: from a read of one row to a list of a whole organization.
    static let bounds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

    private let state = Mutex(State())

    func recordNanoseconds(_ duration: Int64) {
        let seconds = Double(duration) / 1e9
        let bucket = Self.bounds.firstIndex { seconds <= $0 } ?? Self.bounds.count
        state.withLock { state in
            state.counts[bucket] += 1
            state.sum += seconds
        }
    }

    func write(_ name: String, _ labels: [MetricLabel], to text: inout ExpositionText) {
        let state = state.withLock { $0 }
        var total = 0
        for (bound, count) in zip(Self.bounds + [.infinity], state.counts) {
            total += count
            text.sample("\(name)_bucket", labels + [MetricLabel("le", ExpositionText.number(bound))], Double(total))
        }
        text.sample("\(name)_sum", labels, state.sum)
        text.sample("\(name)_count", labels, Double(total))
    }
}
