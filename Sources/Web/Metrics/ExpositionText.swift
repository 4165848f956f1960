/// Prometheus' text exposition format, version 0.0.4.
struct ExpositionText {
    static let contentType = "text/plain; version=0.0.4; charset=utf-8"

    private(set) var text = ""

    /// Begins a metric; its samples follow.
    mutating func family(_ name: String, _ kind: MetricKind, help: String?) {
        if let help { text += "# HELP \(name) \(Self.escaped(help))\n" }
        text += "# TYPE \(name) \(kind.rawValue)\n"
    }

    mutating func sample(_ name: String, _ labels: [MetricLabel], _ value: Double) {
        let pairs = labels.map { "\($0.name)=\"\(Self.escaped($0.value).replacing("\"", with: "\\\""))\"" }
        text += "\(name)\(pairs.isEmpty ? "" : "{\(pairs.joined(separator: ","))}") \(Self.number(value))\n"
    }

    /// A metric with one sample.
    mutating func gauge(_ name: String, _ value: Double, labels: [MetricLabel] = [], help: String) {
        family(name, .gauge, help: help)
        sample(name, labels, value)
    }

    static func number(_ value: Double) -> String {
        if let whole = Int64(exactly: value) { return String(whole) }
        if value.isInfinite { return value > 0 ? "+Inf" : "-Inf" }
        return value.isNaN ? "NaN" : String(value)
    }

    /// A name, with `_` for each character that a name can't contain.
    static func name(_ text: String) -> String {
        let characters = text.unicodeScalars.enumerated().map { index, scalar -> Character in
            switch scalar {
            case "a"..."z", "A"..."Z", "_", ":": Character(scalar)
            case "0"..."9" where index > 0: Character(scalar)
            default: "_"
            }
        }
        return String(characters)
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("\\", with: "\\\\").replacing("\n", with: "\\n")
    }
}

enum MetricKind: String, Sendable {
    case counter, gauge, histogram
}

struct MetricLabel: Hashable, Comparable, Sendable {
    let name: String
    let value: String

    /// - Parameter name: characters that a label's name can't contain become `_`.
    init(_ name: String, _ value: String) {
        self.name = ExpositionText.name(name).replacing(":", with: "_")
        self.value = value
    }

    static func < (left: Self, right: Self) -> Bool {
        (left.name, left.value) < (right.name, right.value)
    }
}
