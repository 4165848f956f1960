import Domain

extension JSONWriter {
    /// The fields of the session object, the same in every answer that shows one.
    mutating func sessionFields(_ session: Session) {
        field("id", session.id.rawValue)
        field("title", session.title)
        field("status", session.status.rawValue)
        field("createdAt", session.createdAt)
        field("updatedAt", session.updatedAt)
        field("model", session.model)
        field("author") { $0.author(session.author) }
        field("metadata") { $0.object { $0.metadataFields(session) } }
        field("messageCount", session.messageCount)
        field("firstMessagePreview", session.firstMessagePreview)
        field("lastMessagePreview", session.lastMessagePreview)
        field("error", session.failure)
    }

    mutating func session(_ session: Session) {
        object { $0.sessionFields(session) }
    }

    mutating func author(_ author: Author) {
        object { json in
            json.field("id", author.id.rawValue)
            json.field("name", author.name)
            json.field("imageUrl", author.imageURL)
        }
    }

    mutating func stats(_ stats: SessionStats) {
        object { json in
            json.field("mergesPastWeek", stats.mergesPastWeek)
            json.field("authorsPastWeek", stats.authorsPastWeek)
            json.field("humansPastWeek", stats.humansPastWeek)
            json.field("humansPromptingNow", stats.humansPromptingNow)
        }
    }

    private mutating func metadataFields(_ session: Session) {
        field("repository", session.repository?.url.fullName)
        field("branch", session.branch)
        guard let pullRequest = session.pullRequest else { return }
        field("prNumber", pullRequest.number)
        field("prUrl", pullRequest.url.description)
        field("prStatus", pullRequest.status.rawValue)
    }
}
