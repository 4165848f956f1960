import Domain

extension JSONWriter {
    /// - Parameter isOutdated: whether the lines of an unsent comment have changed since it was made.
    mutating func comment(_ comment: DiffComment, of session: SessionID, isOutdated: Bool) {
        let lines = comment.place.lines
        object { json in
            json.field("id", comment.id.rawValue)
            json.field("sessionId", session.rawValue)
            json.field("author") { $0.author(comment.author) }
            json.field("state", comment.sending == nil ? "draft" : "sent")
            json.field("path", comment.place.path)
            json.field("side", comment.place.side.rawValue)
            json.field("line", lines.lowerBound)
            if lines.count > 1 { json.field("endLine", lines.upperBound) }
            json.field("quote", comment.quote)
            json.field("body", comment.body)
            json.field("version", comment.version)
            if comment.sending == nil { json.field("isOutdated", isOutdated) }
            json.field("createdAt", comment.createdAt)
            json.field("updatedAt", comment.updatedAt)
            json.field("sentAt", comment.sending?.time)
            if let sequence = comment.sending?.sequence { json.field("sequence", sequence) }
        }
    }
}
