import Domain
import Hummingbird
import Storage

/// The page of a session's changes, and people's comments on them.
struct ChangesPages: Sendable {
    let services: Services

    /// `GET …/changes`: the session's changes, file by file, with the comments on them. With `at`, the name of a line,
    /// the form for a comment is shown there. A session without changes shows its own page, which says so.
    func show(_ call: Call<Colleague>) async throws -> Response {
        let anchor = try call.query("at") { text throws(InvalidValue) in try DiffAnchor(text) }
        do {
            var response = try await page(call, at: anchor).response()
            if let cookie = DiffLayout(of: call).cookie(for: call, services.cookies) { response.setCookie(cookie) }
            return response
        } catch let error as DomainError where error == .noChanges {
            return services.notices.seeOther(
                call.identity.organization.path(of: call.sessionID),
                saying: ActionNotice(text: error.detail), to: call.identity.browser)
        }
    }

    /// `POST …/changes/comments`: a new comment.
    func addComment(_ call: Call<Colleague>) async throws -> Response {
        try await change(call) { form in
            let (id, organization) = (call.sessionID, call.identity.organization)
            let (comment, person) = (try NewComment(form), call.identity.browser.author)
            let made = try await services.growth.charging(try services.growth.message(by: person.id)) {
                try await services.store.sessions.comment(
                    try await services.comments.draft(comment, on: id, of: organization), on: id, of: organization,
                    by: person,
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
        try await call.submit { form in
            let (organization, browser) = (call.identity.organization, call.identity.browser)
            let deleted = try await services.store.sessions.delete(
                call.commentID, on: call.sessionID, of: organization, by: browser.user.id)
            let page = "\(organization.path(of: call.sessionID))/changes"
            let query = DiffLayout(of: call).query
            let undo = ActionNotice.UndoForm("\(page)/comments\(query)", deleted.fields)
            return services.notices.seeOther(
                page + query, at: (try? DiffAnchor(form["back"]))?.lineName,
                saying: ActionNotice(text: "Comment deleted.", undo: undo), to: browser)
        } refused: { form in
            try await page(call, form: form)
        }
    }

    /// `POST …/changes/comments/send`: sends all of the person's drafts to the agent, and redirects to the transcript.
    func sendComments(_ call: Call<Colleague>) async throws -> Response {
        try await call.submit { form in
            let user = call.identity.browser.user.id
            let message = try form.body(SendCommentsBody.self).message
            _ = try await services.growth.charging(try services.growth.message(by: user)) {
                try await services.comments.send(
                    saying: message, on: call.sessionID, of: call.identity.organization, by: user, once: nil)
            }
            return .seeOther("\(call.identity.organization.path(of: call.sessionID))#end")
        } refused: { form in
            try await page(call, form: form)
        }
    }

    /// - Parameter form: a form that was rejected.
    private func page(
        _ call: Call<Colleague>, at anchor: DiffAnchor? = nil, form: FormState? = nil
    ) async throws -> Page {
        let review = try await services.store.sessions.review(of: call.sessionID, in: call.identity.organization)
        let excerpt = try await services.store.sessions.excerpt(
            .after(0), of: call.sessionID, in: call.identity.organization, limit: 0)
        let (person, layout, now) = (call.identity, DiffLayout(of: call), services.clock.now())
        let content = await review.changes.readingPatch { patch in
            ChangesContent(review, patch, in: excerpt, for: person, as: layout, at: anchor, form: form, now: now)
        }
        return Page(
            template: "changes", title: "Changes: \(review.session.title)", content: content,
            frame: PageFrame(call.identity, in: nil), script: .changes, icon: content.head.icon,
            notice: services.notices.notice(for: call, of: call.identity.browser))
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
            try await page(call, form: form)
        }
    }
}

extension DiffComment {
    /// The fields of a form that makes the same comment.
    fileprivate var fields: [(name: String, value: String)] {
        [
            ("path", place.path), ("side", place.side.rawValue), ("line", "\(place.lines.lowerBound)"),
            ("endLine", "\(place.lines.upperBound)"), ("version", version), ("body", body),
        ]
    }
}
