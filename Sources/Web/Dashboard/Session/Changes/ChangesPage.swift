import Domain
import Hummingbird
import Storage

extension SessionPages {
    /// `GET …/changes`: the session's changes, file by file, with the comments on them. With `at`, the name of a line,
    /// the form for a comment is shown there.
    func showChanges(_ call: Call<Colleague>) async throws -> Response {
        let anchor = try call.query("at") { text throws(InvalidValue) in try DiffAnchor(text) }
        return try await changesPage(call, at: anchor).response()
    }

    /// - Parameter form: a form that was rejected.
    func changesPage(_ call: Call<Colleague>, at anchor: DiffAnchor? = nil, form: FormState? = nil) async throws -> Page
    {
        let review = try await services.store.sessions.review(of: call.sessionID, in: call.identity.organization)
        let excerpt = try await services.store.sessions.excerpt(
            .after(0), of: call.sessionID, in: call.identity.organization, limit: 0)
        let (person, layout, now) = (call.identity, DiffLayout(of: call), services.clock.now())
        let content = await Services.reading(review.changes) { patch in
            ChangesContent(review, patch, in: excerpt, for: person, as: layout, at: anchor, form: form, now: now)
        }
        return Page(
            template: "changes", title: "Changes: \(review.session.title)", content: content,
            frame: PageFrame(call.identity, in: nil), script: .changes)
    }
}
