import Domain

extension JSONWriter {
    /// A message with its place in the transcript, its time and its author, put before the line's own fields.
    mutating func placedMessage(_ message: Message) {
        object { json in
            json.field("sequence", message.sequence)
            json.field("createdAt", message.createdAt)
            if let author = message.author { json.field("author") { $0.author(author) } }
            let rest = message.json.drop { $0 != "{" }.dropFirst().drop(while: \.isWhitespace)
            json.raw(",")
            json.raw(rest.dropLast())
        }
    }

    mutating func task(_ task: AgentTask) {
        object { json in
            json.field("id", task.id)
            json.field("title", task.title)
            json.field("status", task.status.rawValue)
        }
    }
}
