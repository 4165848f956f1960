/// What an import did so far.
package struct ImportTally: Codable, Equatable, Sendable {
    package var newSessions = 0
    package var updatedSessions = 0
    /// Those that were here already, with nothing new to them.
    package var skippedSessions = 0
    /// The lines of transcripts that were added, those that are no messages included.
    package var lines = 0

    package init() {}

    package static func += (tally: inout Self, other: Self) {
        tally.newSessions += other.newSessions
        tally.updatedSessions += other.updatedSessions
        tally.skippedSessions += other.skippedSessions
        tally.lines += other.lines
    }

    /// Notes what became of a session. It may be told again and again as more of the session comes.
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

/// What an import did to a session.
package enum SessionEffect: String, Codable, Sendable {
    case new, updated, skipped

    /// The same once something was added to the session.
    package var withAddition: Self { self == .skipped ? .updated : self }
}

/// A line of a file that was not taken, and why.
package struct RejectedLine: Codable, Equatable, Sendable {
    package let number: Int
    /// A sentence, or the predicate of one about the line.
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
