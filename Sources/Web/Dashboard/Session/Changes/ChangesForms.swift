import Domain
import Hummingbird
import Storage

extension SessionPages {
    /// `POST …/changes/comments`: a new comment.
    func addComment(_ call: Call<Colleague>) async throws -> Response {
        try await change(call) { form in
            let (id, organization) = (call.sessionID, call.identity.organization)
            let (comment, person) = (try NewComment(form), call.identity.browser.author)
            let made = try await services.growth.paying(try services.growth.message(by: person.id)) {
                try await services.store.sessions.comment(
                    try await services.draft(comment, on: id, of: organization), on: id, of: organization, by: person,
                    at: services.clock.now(), once: nil)
            }
            guard case .now(let comment) = made else { return "" }
            return comment.id.rawValue
        }
    }

    /// `POST …/changes/comments/{comment}`: changes a comment's text.
    func editComment(_ call: Call<Colleague>) async throws -> Response {
        try await change(call) { form in
            let comment = try await services.store.sessions.edit(
                call.commentID, to: try form.body(CommentText.self).text, on: call.sessionID,
                of: call.identity.organization, by: call.identity.browser.user.id, at: services.clock.now())
            return comment.id.rawValue
        }
    }

    /// `POST …/changes/comments/{comment}/delete`
    func deleteComment(_ call: Call<Colleague>) async throws -> Response {
        try await change(call) { form in
            try await services.store.sessions.delete(
                call.commentID, on: call.sessionID, of: call.identity.organization, by: call.identity.browser.user.id)
            return (try? DiffAnchor(form["back"]))?.lineName ?? ""
        }
    }

    /// `POST …/changes/comments/send`: sends all of the person's drafts to the agent, and redirects to the transcript.
    func sendComments(_ call: Call<Colleague>) async throws -> Response {
        try await call.submit { form in
            let user = call.identity.browser.user.id
            let message = try form.body(SendCommentsBody.self).message
            _ = try await services.growth.paying(try services.growth.message(by: user)) {
                try await services.sendComments(
                    saying: message, on: call.sessionID, of: call.identity.organization, by: user, once: nil)
            }
            return .seeOther("\(call.identity.organization.path(of: call.sessionID))#end")
        } refused: { form in
            try await changesPage(call, form: form)
        }
    }

    /// Performs a form's action and redirects to the page, to the anchor that `action` returns.
    private func change(
        _ call: Call<Colleague>, _ action: (SubmittedForm) async throws -> String
    ) async throws -> Response {
        try await call.submit { form in
            let place = try await action(form)
            let path = call.identity.organization.path(of: call.sessionID)
            return .seeOther("\(path)/changes\(DiffLayout(of: call).query)#\(place)")
        } refused: { form in
            try await changesPage(call, form: form)
        }
    }
}
