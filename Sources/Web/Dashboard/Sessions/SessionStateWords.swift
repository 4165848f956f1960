import Domain

/// The content of `state.mustache`: a session's state in words.
struct SessionStateWords: Hashable {
    /// Decides the color; each is a class of the style sheet.
    enum Tone: String {
        case neutral, busy, attention, good, bad
    }

    /// The state's name in the API.
    let name: String
    /// Such as "Working".
    let label: String
    /// One character, hidden from screen readers.
    let symbol: String
    let tone: String
    /// The time in the state.
    let clock: RunningClock?
    /// The time of the last change of a session with an agent elsewhere.
    let updated: ShownTime?
    /// The complete state, for a tab's title and screen readers, such as "Stopped by Alice".
    let sentence: String

    init(_ session: Session, now: Timestamp) {
        let state = session.state
        name = state.name
        var tone = Tone.neutral
        var detail: String?
        switch state {
        case .queued(let place):
            (label, symbol) = ("Queued", "○")
            detail = place.map { $0 == 1 ? "Queued · next in line" : "Queued · \($0.ordinal) in line" }
        case .cloning:
            (label, symbol, tone) = (session.run?.stage == .preparing ? "Setting up" : "Cloning", "◔", .busy)
        case .working: (label, symbol, tone) = ("Working", "◐", .busy)
        case .publishing: (label, symbol, tone) = ("Publishing", "◕", .busy)
        case .waiting:
            (label, symbol, tone) =
                session.waitingFor == nil
                ? ("Waiting for a message", "…", .neutral) : ("Waiting for you", "?", .attention)
        case .completed: (label, symbol, tone) = ("Completed", "✓", .good)
        case .failed: (label, symbol, tone) = ("Failed", "✕", .bad)
        case .stopped(let person):
            (label, symbol) = ("Stopped", "■")
            detail = "Stopped by \(person)"
        case .outside: (label, symbol) = ("Agent elsewhere", "◇")
        }
        self.tone = tone.rawValue
        sentence = detail ?? label
        updated = state == .outside ? ShownTime(session.updatedAt, now: now) : nil
        clock = session.stateBegan.map { RunningClock(since: $0, now: now) }
    }
}

/// A clock that shows the time since a moment; `times.js` updates it.
struct RunningClock: Hashable {
    /// RFC 3339.
    let since: String
    /// Minutes and seconds, from an hour on hours and minutes: such as "3m 12s".
    let text: String

    init(since: Timestamp, now: Timestamp) {
        self.since = since.description
        let seconds = max(0, (now.milliseconds - since.milliseconds) / 1000)
        let (hours, minutes) = (seconds / 3600, seconds / 60 % 60)
        text = hours > 0 ? "\(hours)h \(minutes)m" : minutes > 0 ? "\(minutes)m \(seconds % 60)s" : "\(seconds)s"
    }
}

extension Int {
    /// Such as "2nd".
    fileprivate var ordinal: String {
        let ending =
            switch (self % 100, self % 10) {
            case (11...13, _): "th"
            case (_, 1): "st"
            case (_, 2): "nd"
            case (_, 3): "rd"
            default: "th"
            }
        return "\(self)\(ending)"
    }
}
