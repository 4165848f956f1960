import Domain

/// The chart of recent weeks: a bar for each day's sessions, and a line for the merges.
struct ActivityChart {
    struct Bar {
        let x: Int
        let y: Int
        let height: Int
    }

    struct Day {
        let date: String
        let sessions: Int
        let merges: Int
    }

    struct Tick {
        let x: Int
        let label: String
    }

    /// In drawing units; a day is `step` wide.
    static let height = 100
    static let step = 10

    let width: Int
    /// The width including the labels on both sides.
    let drawingWidth: Int
    let barWidth = step - 3
    let bars: [Bar]
    /// The points of the line of merges, in the format of SVG's `polyline`.
    let line: String
    let dots: [Bar]
    let ticks: [Tick]
    /// The chart's content in words and numbers.
    let summary: String
    let top: Int
    let days: [Day]

    init(_ activity: [DailyActivity]) {
        let top = max(1, activity.map { max($0.sessions, $0.merges) }.max() ?? 1)
        func y(_ count: Int) -> Int { Self.height - count * Self.height / top }
        func center(_ index: Int) -> Int { index * Self.step + Self.step / 2 }
        self.top = top
        width = activity.count * Self.step
        drawingWidth = width + 32
        bars = activity.enumerated().map { index, day in
            Bar(x: index * Self.step + 1, y: y(day.sessions), height: Self.height - y(day.sessions))
        }
        line = activity.enumerated().map { "\(center($0)),\(y($1.merges))" }.joined(separator: " ")
        dots = activity.enumerated().compactMap { index, day in
            day.merges > 0 ? Bar(x: center(index), y: y(day.merges), height: 0) : nil
        }
        ticks = activity.enumerated().compactMap { index, day in
            (activity.count - 1 - index).isMultiple(of: 14)
                ? Tick(x: center(index), label: String(day.day.description.dropFirst(5).prefix(5))) : nil
        }
        days = activity.reversed().filter { $0.sessions + $0.merges > 0 }.map { day in
            Day(date: String(day.day.description.prefix(10)), sessions: day.sessions, merges: day.merges)
        }
        let sessions = activity.map(\.sessions).reduce(0, +)
        let merges = activity.map(\.merges).reduce(0, +)
        summary = "The last \(activity.count / 7) weeks: \(sessions) sessions, \(merges) pull requests merged."
    }
}
