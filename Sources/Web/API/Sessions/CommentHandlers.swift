import Domain
import Hummingbird
import Storage

/// Handlers for people's comments on a session's changes. The author of a comment is always a person; programs can only
/// read comments.
struct CommentHandlers: Sendable {
    let services: Services

    /// `GET /api/sessions/{id}/comments`: everybody's unsent comments, and the latest of those that were sent.
    func list(_ call: Call<Member>) async throws -> Response {
        let (id, organization) = (call.sessionID, call.identity.organization)
        let (comments, version) = try await services.store.sessions.comments(of: id, in: organization)
        let outdated = try await services.comments.outdated(among: comments, at: version, on: id, of: organization)
        return .json { json in
            json.field("comments") { json in
                json.array(comments) { $0.comment($1, of: id, isOutdated: outdated.contains($1.id)) }
            }
            json.field("version", version)
        }
    }

    /// `POST /api/sessions/{id}/comments`
    func add(_ call: Call<Member>) async throws -> Response {
        let person = try call.identity.commenter
        let (body, text) = try await call.bodyAndText(NewComment.self)
        let (id, organization) = (call.sessionID, call.identity.organization)
        return try await call.created(
            text, by: call.identity.caller, charging: services.growth.message(by: person.id), from: services.growth
        ) { json, comment in
            json.field("comment") { $0.comment(comment, of: id, isOutdated: false) }
        } create: { once in
            try await services.store.sessions.comment(
                try await services.comments.draft(body, on: id, of: organization), on: id, of: organization, by: person,
                at: services.clock.now(), once: once)
        }
    }

    /// `PATCH /api/sessions/{id}/comments/{comment}`
    func edit(_ call: Call<Member>) async throws -> Response {
        let person = try call.identity.commenter
        let body = try await call.body(CommentText.self).text
        let (id, organization) = (call.sessionID, call.identity.organization)
        let comment = try await services.store.sessions.edit(
            call.commentID, to: body, on: id, of: organization, by: person.id, at: services.clock.now())
        let version = try await services.store.sessions.comments(of: id, in: organization).version
        let outdated = try await services.comments.outdated(among: [comment], at: version, on: id, of: organization)
        return .json { json in
            json.field("comment") { $0.comment(comment, of: id, isOutdated: outdated.contains(comment.id)) }
        }
    }

    /// `DELETE /api/sessions/{id}/comments/{comment}`
    func delete(_ call: Call<Member>) async throws -> Response {
        try await services.store.sessions.delete(
            call.commentID, on: call.sessionID, of: call.identity.organization, by: call.identity.commenter.id)
        return Response(status: .noContent)
    }

    /// `POST /api/sessions/{id}/comments/send` sends all unsent comments of the caller as one follow-up. The body may
    /// be empty.
    func send(_ call: Call<Member>) async throws -> Response {
        let person = try call.identity.commenter
        let (body, text) = try await call.optionalBodyAndText(SendCommentsBody.self)
        return try await call.created(
            text, by: call.identity.caller, charging: services.growth.message(by: person.id), from: services.growth
        ) { json, appended in
            json.field("session") { $0.session(appended.session) }
            json.field("lastSequence", appended.lastSequence)
        } create: { once in
            try await services.comments.send(
                saying: body?.message, on: call.sessionID, of: call.identity.organization, by: person.id, once: once)
        }
    }
}

extension Member {
    /// - Throws: `DomainError.forbidden` for a program.
    fileprivate var commenter: Author {
        get throws {
            guard case .browser(let browser) = caller else {
                throw DomainError.peopleComment
            }
            return browser.author
        }
    }
}

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
            throw DomainError.noLineNamed
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
