/// The encodings that a client accepts, from its `Accept-Encoding` (RFC 9110, 12.5.3).
struct AcceptedEncodings {
    private var weights: [String: Double] = [:]

    init(_ header: String?) {
        for element in (header ?? "").split(separator: ",") {
            let parts = element.split(separator: ";").map { $0.filter { !$0.isWhitespace }.lowercased() }
            guard let name = parts.first else { continue }
            weights[name == "x-gzip" ? "gzip" : name] = parts.count == 1 ? 1 : Self.weight(parts[1])
        }
    }

    /// Whether the client accepts gzip, and with at least the weight of the plain body.
    var prefersGzip: Bool {
        let gzip = weights["gzip"] ?? weights["*"] ?? 0
        return gzip > 0 && gzip >= weights["identity"] ?? 0
    }

    /// A weight that can't be parsed counts as 0, which is "not accepted".
    private static func weight(_ parameter: String) -> Double {
        guard parameter.hasPrefix("q="), let weight = Double(parameter.dropFirst(2)), (0...1).contains(weight) else {
            return 0
        }
        return weight
    }
}
