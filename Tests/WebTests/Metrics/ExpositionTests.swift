import CoreMetrics
import TestSupport
import Testing

@testable import Web

struct ExpositionTests {
    private func text(_ registry: MetricsRegistry) -> String {
        var text = ExpositionText()
        registry.write(to: &text)
        return text.text
    }

    @Test func aCounterHasHelpTypeAndASampleForEachSetOfLabels() {
        let registry = MetricsRegistry(help: ["jobs_total": "Jobs."])
        Counter(label: "jobs_total", dimensions: [("kind", "b")], factory: registry).increment(by: 2)
        Counter(label: "jobs_total", dimensions: [("kind", "a")], factory: registry).increment()
        Counter(label: "jobs_total", dimensions: [("kind", "b")], factory: registry).increment()
        #expect(
            text(registry) == """
                # HELP jobs_total Jobs.
                # TYPE jobs_total counter
                jobs_total{kind="a"} 1
                jobs_total{kind="b"} 3

                """)
    }

    @Test func valuesAndHelpAreEscapedAndNamesMended() {
        let registry = MetricsRegistry(help: ["a_b": "back\\slash\nline \"quoted\""])
        Counter(label: "a.b", dimensions: [("l:1", "back\\slash\nline \"quoted\"")], factory: registry).increment()
        #expect(
            text(registry) == #"""
                # HELP a_b back\\slash\nline "quoted"
                # TYPE a_b counter
                a_b{l_1="back\\slash\nline \"quoted\""} 1

                """#)
        #expect(ExpositionText.name("1a-ü:x") == "_a__:x")
    }

    @Test func bucketsAreCumulativeAndEndWithAll() {
        let registry = MetricsRegistry(help: [:])
        let timer = Timer(label: "t_seconds", dimensions: [("r", "x")], factory: registry)
        for milliseconds in [1, 2, 5, 20_000] { timer.recordMilliseconds(milliseconds) }
        let lines = text(registry).split(separator: "\n").map(String.init)
        #expect(lines.count == 1 + HistogramSeries.bounds.count + 3)
        #expect(lines[0] == "# TYPE t_seconds histogram")
        #expect(lines[1] == #"t_seconds_bucket{r="x",le="0.001"} 1"#)
        #expect(lines[2] == #"t_seconds_bucket{r="x",le="0.0025"} 2"#)
        #expect(lines[3] == #"t_seconds_bucket{r="x",le="0.005"} 3"#)
        #expect(lines[10] == #"t_seconds_bucket{r="x",le="1"} 3"#)
        #expect(
            lines.suffix(3) == [
                #"t_seconds_bucket{r="x",le="+Inf"} 4"#, #"t_seconds_sum{r="x"} 20.008"#, #"t_seconds_count{r="x"} 4"#,
            ])
    }

    @Test func gaugesShowTheirLastValue() {
        let registry = MetricsRegistry(help: [:])
        let gauge = Gauge(label: "g", factory: registry)
        gauge.record(2)
        gauge.record(0.5)
        Meter(label: "m", factory: registry).increment(by: 3)
        #expect(text(registry) == "# TYPE g gauge\ng 0.5\n# TYPE m gauge\nm 3\n")
    }

    @Test func aNameHasOneType() {
        let registry = MetricsRegistry(help: [:])
        Counter(label: "x", factory: registry).increment()
        Gauge(label: "x", factory: registry).record(7)
        Timer(label: "x", dimensions: [("a", "b")], factory: registry).recordSeconds(1)
        #expect(text(registry) == "# TYPE x counter\nx 1\n")
    }

    @Test(arguments: [(0.0, "0"), (1, "1"), (0.25, "0.25"), (-2, "-2"), (.infinity, "+Inf"), (-.infinity, "-Inf")])
    func numbersAreWrittenAsPrometheusReadsThem(value: Double, text: String) {
        #expect(ExpositionText.number(value) == text)
    }
}
