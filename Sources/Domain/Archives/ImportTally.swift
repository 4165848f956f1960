/// Counts of what an import has done so far.
package struct ImportTally: Codable, Equatable, Sendable {
    package var newSessions = 0
    package var updatedSessions = 0
    /// Sessions that were stored already and had no new lines.
    package var skippedSessions = 0
    /// Transcript lines that were added, including lines that are not messages.
    package var lines = 0

    package init() {}

    package static func += (tally: inout Self, other: Self) {
        tally.newSessions += other.newSessions
        tally.updatedSessions += other.updatedSessions
        tally.skippedSessions += other.skippedSessions
        tally.lines += other.lines
    }

    /// Counts a session's effect, replacing `before`, the effect that was counted for it earlier, if any.
    package mutating func note(_ effect: SessionEffect, after before: SessionEffect?) {
        if let before { self[before] -= 1 }
        self[effect] += 1
    }

    private subscript(effect: SessionEffect) -> Int {
        get {
            switch effect {
            case .new: newSessions
            case .updated: updatedSessions
            case .skipped: skippedSessions
            }
        }
        set {
            switch effect {
            case .new: newSessions = newValue
            case .updated: updatedSessions = newValue
            case .skipped: skippedSessions = newValue
            }
        }
    }
}

/// The effect of an import on a session.
package enum SessionEffect: String, Codable, Sendable {
    case new, updated, skipped

    /// The effect after something was added to the session.
    package var withAddition: Self { self == .skipped ? .updated : self }
}

/// A line of a file that was not imported, and why.
package struct RejectedLine: Codable, Equatable, Sendable {
    package let number: Int
    /// A full sentence, or the predicate of a sentence about the line.
    package let reason: String

    package init(number: Int, reason: String) {
        self.number = number
        self.reason = reason
    }
}

/// A line of a file, counted from 1.
package struct NumberedLine: Codable, Equatable, Sendable {
    package let number: Int
    package let text: String

    package init(number: Int, text: String) {
        self.number = number
        self.text = text
    }
}
