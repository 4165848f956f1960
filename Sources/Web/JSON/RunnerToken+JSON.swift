import Domain

extension JSONWriter {
    mutating func runnerTokenFields(_ token: RunnerToken) {
        field("id", token.id.rawValue)
        field("name", token.name)
        field("labels") { $0.runnerLabels(token.labels) }
        field("createdAt", token.createdAt)
        field("lastUsedAt", token.lastUse?.at)
        field("lastAddress", token.lastUse?.address)
        field("lastVersion", token.lastUse?.version)
        field("revokedAt", token.revokedAt)
    }

    /// A token with what its runners work on.
    mutating func runnerTokenFields(_ listed: ListedRunnerToken) {
        runnerTokenFields(listed.token)
        field("sessions") { json in
            json.array(listed.sessions) { json, session in
                json.object { json in
                    json.field("id", session.id.rawValue)
                    json.field("title", session.title)
                }
            }
        }
    }

    mutating func runnerLabels(_ labels: RunnerLabels) {
        array(labels.sorted) { json, label in json.text(label) }
    }
}
