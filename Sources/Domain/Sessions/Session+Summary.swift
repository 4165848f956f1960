extension Session {
    /// Updates the properties that are derived from the transcript. `updatedAt` never decreases.
    package mutating func update(with summary: SessionSummary, at time: Timestamp) {
        title = summary.title
        titleSource = summary.titleSource
        status = summary.status
        failure = summary.failure
        messageCount = summary.messageCount
        firstMessagePreview = summary.firstMessagePreview
        lastMessagePreview = summary.lastMessagePreview
        updatedAt = max(updatedAt, time)
    }
}
