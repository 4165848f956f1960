import Domain
import Hummingbird
import Storage

extension SessionPages {
    /// `GET /organizations/{organization}/sessions/{id}`: the end of the transcript, or the part that `before` or `after`
    /// names.
    func show(_ call: Call<Colleague>) async throws -> Response {
        try await page(at: TranscriptPosition(of: call), call).response()
    }

    /// `GET …/transcript`: a part of the transcript and the other changing parts of the page, for the page's script.
    func showTranscript(_ call: Call<Colleague>) async throws -> Response {
        let content = try await content(at: TranscriptPosition(of: call), call)
        return .html(PageTemplates.render("session-parts", content))
    }

    /// - Parameter form: a form that was rejected.
    func page(at place: TranscriptPosition, _ call: Call<Colleague>, form: FormState? = nil) async throws -> Page {
        let content = try await content(at: place, call, form: form)
        return Page(
            template: "session", title: content.head.pageTitle, content: content,
            frame: PageFrame(call.identity, in: nil), script: .session)
    }

    private func content(
        at place: TranscriptPosition, _ call: Call<Colleague>, form: FormState? = nil
    ) async throws -> SessionContent {
        let excerpt = try await services.store.sessions.excerpt(
            place.range, of: call.sessionID, in: call.identity.organization, limit: place.limit)
        // The page is shown even if this can't be stored.
        try? await services.store.sessions.markSeen(excerpt.session, by: call.identity.browser.user.id)
        let files = try await services.store.attachments.kept(by: form, of: call.identity, at: services.clock.now())
        return SessionContent(
            excerpt, place, for: call.identity, models: services.configuration.models, form: form, files: files,
            now: services.clock.now())
    }
}
