/// Something that was looked at for the operator, and what came of it.
package struct Finding: Codable, Equatable, Sendable {
    package enum Level: String, Codable, Sendable {
        case ok
        /// Works, but should be changed.
        case warning
        /// Doesn't work, or loses data.
        case problem
    }

    package let level: Level
    /// What was looked at, in one or two words.
    package let subject: String
    /// One sentence or more.
    package let detail: String
    /// What to do; absent where nothing has to be done.
    package let advice: String?

    package static func ok(_ subject: String, _ detail: String) -> Finding {
        Finding(level: .ok, subject: subject, detail: detail, advice: nil)
    }

    package static func warning(_ subject: String, _ detail: String, advice: String? = nil) -> Finding {
        Finding(level: .warning, subject: subject, detail: detail, advice: advice)
    }

    package static func problem(_ subject: String, _ detail: String, advice: String? = nil) -> Finding {
        Finding(level: .problem, subject: subject, detail: detail, advice: advice)
    }
}
