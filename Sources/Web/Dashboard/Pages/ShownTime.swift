import Domain

/// A time in words relative to the page's time, until a script converts it to the reader's time zone.
struct ShownTime: Hashable {
    /// RFC 3339, for machines.
    let datetime: String
    /// Such as "3 hours ago".
    let text: String
    /// Such as "2026-02-10 14:30 UTC".
    let exact: String

    init(_ time: Timestamp, now: Timestamp) {
        datetime = time.description
        text = Self.words((now.milliseconds - time.milliseconds) / 1000)
        exact = "\(datetime.prefix(10)) \(datetime.dropFirst(11).prefix(5)) UTC"
    }

    private static let units: [(name: String, seconds: Int64)] = [
        ("year", 31_536_000), ("month", 2_592_000), ("week", 604_800), ("day", 86_400), ("hour", 3600), ("minute", 60),
    ]

    private static func words(_ seconds: Int64) -> String {
        guard let unit = units.first(where: { seconds.magnitude >= UInt64($0.seconds) }) else { return "just now" }
        let count = seconds.magnitude / UInt64(unit.seconds)
        let amount = "\(count) \(unit.name)\(count == 1 ? "" : "s")"
        return seconds < 0 ? "in \(amount)" : "\(amount) ago"
    }
}
