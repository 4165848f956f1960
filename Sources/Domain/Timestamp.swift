package import FoundationEssentials

/// A moment in UTC, in whole milliseconds since 1970, as the database stores it and the API shows it.
package struct Timestamp: Hashable, Comparable, Sendable {
    package let milliseconds: Int64

    package init(milliseconds: Int64) {
        self.milliseconds = milliseconds
    }

    package init(_ date: Date) {
        milliseconds = Int64((date.timeIntervalSince1970 * 1000).rounded())
    }

    /// Parses RFC 3339, with or without a fraction, with any offset; `nil` for anything else.
    ///
    /// The format style alone would accept February 30 as March 2, and ignore text after the time.
    package init?(_ text: String) {
        let (local, rest) = (text.prefix(19), text.dropFirst(19))
        let withFraction = Date.ISO8601FormatStyle(includingFractionalSeconds: true)
        guard let unshifted = try? Date.ISO8601FormatStyle().parse("\(local)Z"),
            Timestamp(unshifted).description.prefix(19) == local,
            rest.wholeMatch(of: /(\.[0-9]+)?(Z|[+-][0-9]{2}:[0-9]{2})/) != nil,
            let date = (try? withFraction.parse(text)) ?? (try? Date.ISO8601FormatStyle().parse(text))
        else { return nil }
        self.init(date)
    }

    package static func < (left: Self, right: Self) -> Bool { left.milliseconds < right.milliseconds }

    package static func + (time: Self, duration: Duration) -> Self {
        Self(milliseconds: time.milliseconds + duration / .milliseconds(1))
    }

    package static func - (time: Self, duration: Duration) -> Self { time + (.zero - duration) }
}

extension Duration {
    fileprivate static func / (duration: Duration, unit: Duration) -> Int64 {
        let (seconds, attoseconds) = duration.components
        let unitAttoseconds = unit.components.attoseconds
        return seconds * (1_000_000_000_000_000_000 / unitAttoseconds) + attoseconds / unitAttoseconds
    }
}
