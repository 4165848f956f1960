import Domain

extension JSONWriter {
    /// A message with its position in the transcript, its time and its author. These come after the line's own fields,
    /// of which there is at least the type: if an agent wrote a field of the same name, readers use ours.
    ///
    /// - Parameter session: included where the context doesn't make it clear.
    mutating func placedMessage(_ message: Message, of session: SessionID? = nil) {
        object { json in
            json.raw(message.json.utf8.dropFirst().dropLast())
            json.raw(",".utf8)
            json.field("sessionId", session?.rawValue)
            json.field("sequence", message.sequence)
            json.field("createdAt", message.createdAt)
            if let author = message.author { json.field("author") { $0.author(author) } }
        }
    }

    /// - Parameter session: included where the context doesn't make it clear.
    mutating func task(_ task: AgentTask, of session: SessionID? = nil) {
        object { json in
            json.field("id", task.id)
            json.field("sessionId", session?.rawValue)
            json.field("title", task.title)
            json.field("status", task.status.rawValue)
        }
    }
}
