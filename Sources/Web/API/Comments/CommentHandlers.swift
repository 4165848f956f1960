import Domain
import Hummingbird
import Storage

/// People's comments on a session's changes. The author of a comment is always a person; programs can only read
/// comments.
extension SessionHandlers {
    /// `GET /api/sessions/{id}/comments`: everybody's unsent comments, and the latest of those that were sent.
    func listComments(_ call: Call<Member>) async throws -> Response {
        let (id, organization) = (call.sessionID, call.identity.organization)
        let (comments, version) = try await services.store.sessions.comments(of: id, in: organization)
        let outdated = try await services.outdated(among: comments, at: version, on: id, of: organization)
        return .json { json in
            json.field("comments") { json in
                json.array(comments) { $0.comment($1, of: id, isOutdated: outdated.contains($1.id)) }
            }
            json.field("version", version)
        }
    }

    /// `POST /api/sessions/{id}/comments`
    func addComment(_ call: Call<Member>) async throws -> Response {
        let person = try call.identity.commenter
        let (body, text) = try await call.bodyAndText(NewComment.self)
        let (id, organization) = (call.sessionID, call.identity.organization)
        return try await call.created(
            text, by: call.identity.caller, charging: services.growth.message(by: person.id), from: services.growth
        ) { json, comment in
            json.field("comment") { $0.comment(comment, of: id, isOutdated: false) }
        } create: { once in
            try await services.store.sessions.comment(
                try await services.draft(body, on: id, of: organization), on: id, of: organization, by: person,
                at: services.clock.now(), once: once)
        }
    }

    /// `PATCH /api/sessions/{id}/comments/{comment}`
    func editComment(_ call: Call<Member>) async throws -> Response {
        let person = try call.identity.commenter
        let body = try await call.body(CommentText.self).text
        let (id, organization) = (call.sessionID, call.identity.organization)
        let comment = try await services.store.sessions.edit(
            call.commentID, to: body, on: id, of: organization, by: person.id, at: services.clock.now())
        let version = try await services.store.sessions.comments(of: id, in: organization).version
        let outdated = try await services.outdated(among: [comment], at: version, on: id, of: organization)
        return .json { json in
            json.field("comment") { $0.comment(comment, of: id, isOutdated: outdated.contains(comment.id)) }
        }
    }

    /// `DELETE /api/sessions/{id}/comments/{comment}`
    func deleteComment(_ call: Call<Member>) async throws -> Response {
        try await services.store.sessions.delete(
            call.commentID, on: call.sessionID, of: call.identity.organization, by: call.identity.commenter.id)
        return Response(status: .noContent)
    }

    /// `POST /api/sessions/{id}/comments/send` sends all unsent comments of the caller as one follow-up. The body may
    /// be empty.
    func sendComments(_ call: Call<Member>) async throws -> Response {
        let person = try call.identity.commenter
        let (body, text) = try await call.optionalBodyAndText(SendCommentsBody.self)
        return try await call.created(
            text, by: call.identity.caller, charging: services.growth.message(by: person.id), from: services.growth
        ) { json, appended in
            json.field("session") { $0.session(appended.session) }
            json.field("lastSequence", appended.lastSequence)
        } create: { once in
            try await services.sendComments(
                saying: body?.message, on: call.sessionID, of: call.identity.organization, by: person.id, once: once)
        }
    }
}

extension Call {
    /// The comment that the path names.
    var commentID: CommentID { CommentID(rawValue: parameter("comment")) }
}

extension Member {
    /// - Throws: `DomainError.forbidden` for a program.
    fileprivate var commenter: Author {
        get throws {
            guard case .browser(let browser) = caller else {
                throw DomainError.forbidden("Only people can write and send comments. Sign in and send the cookie.")
            }
            return browser.author
        }
    }
}
