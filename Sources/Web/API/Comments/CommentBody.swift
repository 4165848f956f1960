import Domain

/// A new comment on a session's changes.
struct NewComment: Decodable {
    let place: DiffPosition
    let body: String
    /// The version of the changes that the position refers to; `nil` for the current one.
    let version: String?

    init(from decoder: any Decoder) throws {
        var fields = try BodyFields(decoder)
        fields.require("path", "side", "line", "body")
        let path = fields.text("path")
        let side = fields.choice("side", DiffPosition.Side.self)
        let (line, endLine) = (fields.integer("line"), fields.integer("endLine"))
        let body = fields.text("body", DiffComment.body)
        version = fields.text("version")
        let (wholePath, wholeSide, wholeLine, wholeBody) = try fields.finish(path, side, line, body)
        place = try DiffPosition(path: wholePath, side: wholeSide, line: wholeLine, endLine: endLine)
        self.body = wholeBody
    }

    /// A comment from a page's form, in which numbers are text.
    ///
    /// - Throws: `DomainError.invalid` naming the wrong field.
    init(_ form: SubmittedForm) throws {
        guard let side = DiffPosition.Side(rawValue: form["side"]), let line = Int(form["line"]) else {
            throw DomainError.invalid("No line is chosen. Choose one in the changes.")
        }
        let end = form["endLine"].trimmed
        guard end.isEmpty || Int(end) != nil else {
            throw DomainError.invalid(fields: [FieldError("endLine", "must be the number of a line")])
        }
        place = try DiffPosition(path: form["path"], side: side, line: line, endLine: Int(end))
        body = try form.body(CommentText.self).text
        version = form["version"].isEmpty ? nil : form["version"]
    }
}

/// The text of a comment: `{body}`.
struct CommentText: Decodable {
    let text: String

    init(from decoder: any Decoder) throws {
        var fields = try BodyFields(decoder)
        fields.require("body")
        let body = fields.text("body", DiffComment.body)
        text = try fields.finish(body)
    }
}

/// The text before the comments: `{message?}`.
struct SendCommentsBody: Decodable {
    let message: String?

    init(from decoder: any Decoder) throws {
        var fields = try BodyFields(decoder)
        let message = fields.text("message", CommentMessage.message)
        self.message = try fields.finish(.some(message)).flatMap { $0.isBlank ? nil : $0 }
    }
}
