import Domain

/// A line as it goes into a session's transcript.
struct TranscriptEntry {
    let line: TranscriptLine
    /// The person who wrote it; `nil` for an agent's.
    let author: UserID?
    let createdAt: Timestamp
}
