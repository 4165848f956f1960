extension Session {
    /// A new session.
    package init(
        _ draft: SessionDraft, id: SessionID, by author: Author, _ summary: SessionSummary, at time: Timestamp
    ) {
        self.init(
            id: id, organizationID: draft.organizationID, author: author, title: summary.title,
            titleSource: summary.titleSource, status: summary.status, failure: summary.failure, model: draft.model,
            repository: draft.repository, branch: nil, pullRequest: nil,
            messageCount: summary.messageCount, firstMessagePreview: summary.firstMessagePreview,
            lastMessagePreview: summary.lastMessagePreview, createdAt: time, updatedAt: time, archivedAt: nil,
            effort: draft.effort, mode: draft.mode)
    }

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
