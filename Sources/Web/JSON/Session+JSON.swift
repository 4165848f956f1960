import Domain

extension JSONWriter {
    /// The fields of the session object, the same in every answer that shows one.
    mutating func sessionFields(_ session: Session) {
        field("id", session.id.rawValue)
        field("title", session.title)
        field("titleSource", session.titleSource.toldName)
        field("status", session.status.rawValue)
        field("state", session.state.name)
        if let place = session.run?.place { field("queuePlace", place) }
        field("createdAt", session.createdAt)
        field("updatedAt", session.updatedAt)
        field("model", session.model)
        field("author") { $0.author(session.author) }
        field("metadata") { $0.object { $0.metadataFields(session) } }
        field("messageCount", session.messageCount)
        field("firstMessagePreview", session.firstMessagePreview)
        field("lastMessagePreview", session.lastMessagePreview)
        field("error", session.failure)
        field("archivedAt", session.archivedAt)
        if session.effort != .standard { field("effort", session.effort.rawValue) }
        if session.mode != .auto { field("mode", session.mode.rawValue) }
        if let wait = session.waitingFor {
            field("waitingFor") { json in
                json.object { json in
                    json.field("id", wait.id.rawValue)
                    json.field("kind", wait.kind.rawValue)
                    json.field("since", wait.since)
                }
            }
        }
    }

    mutating func session(_ session: Session) {
        object { $0.sessionFields(session) }
    }

    /// A session as lists show it, with the place where a search found it.
    mutating func listedSession(_ listed: ListedSession) {
        object { json in
            json.sessionFields(listed.session)
            guard let match = listed.match else { return }
            json.field("match") { json in
                json.object { json in
                    json.field("snippet", match.snippet)
                    if let sequence = match.sequence { json.field("sequence", sequence) }
                }
            }
        }
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
