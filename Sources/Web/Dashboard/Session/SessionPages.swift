import Domain
import HTTPTypes
import Hummingbird
import NIOCore
import Storage
import Threads

/// A session's page, and the page that asks before it is deleted. `SessionForms` has the page's forms.
struct SessionPages: Sendable {
    /// The threads on which images are read from their lines, which takes a while for a large one.
    private static let imageThreads = WorkerThreads(count: 2)

    let services: Services

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

    /// `GET …/live`: an event stream for the page's script, with the changing parts of the page after each change, and
    /// the part of the transcript after the message that `shown` names.
    func follow(_ call: Call<Colleague>) async throws -> Response {
        let person = call.identity
        let presenter = LivePagePresenter(
            of: call.sessionID, for: person, showing: try call.number("shown", in: 0...Int.max), services)
        return try await services.follow(
            EventScope(organization: person.organization, session: call.sessionID),
            for: Member(caller: .browser(person.browser), organization: person.organization), by: presenter, call)
    }

    /// `GET …/images/{image}`: an image of the transcript. Browsers keep it, since a line that has an image never changes.
    func showImage(_ call: Call<Colleague>) async throws -> Response {
        guard let name = call.imageName else { throw DomainError.noSuchImage }
        let page = try await services.store.sessions.messages(
            .after(name.sequence - 1), of: call.sessionID, in: call.identity.organization, limit: 1)
        guard let message = page.messages.first, message.sequence == name.sequence else {
            throw DomainError.noSuchImage
        }
        let content = await Self.imageThreads.run { try? LineImage.content(of: name.number, in: message.json) }
        guard let content else { throw DomainError.noSuchImage }
        return Response(
            status: .ok,
            headers: [
                .contentType: content.format.rawValue,
                .contentSecurityPolicy: "sandbox; \(SecurityHeadersMiddleware.contentPolicy)",
                .cacheControl: "private, max-age=31536000, immutable",
                .crossOriginResourcePolicy: "same-origin",
            ],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: content.bytes)))
    }

    /// `GET …/delete`: the page that asks for confirmation.
    func askToDelete(_ call: Call<Colleague>) async throws -> Response {
        let organization = call.identity.organization
        let excerpt = try await services.store.sessions.excerpt(
            .after(0), of: call.sessionID, in: organization, limit: 0)
        let head = SessionHead(excerpt, for: SessionReader(call.identity), form: nil, now: services.clock.now())
        guard head.deletePath != nil else { throw DomainError.deletersOnly }
        return Page(
            template: "delete-session", title: "Delete \(head.title)?", content: head,
            frame: PageFrame(call.identity, in: nil)
        ).response()
    }

    /// `POST …/delete` redirects to the list of sessions.
    func delete(_ call: Call<Colleague>) async throws -> Response {
        _ = try await call.submittedForm()
        let (organization, browser) = (call.identity.organization, call.identity.browser)
        try await services.store.sessions.delete(
            call.sessionID, of: organization, by: browser.user.id, as: call.identity.role, at: services.clock.now())
        return services.notices.seeOther(
            organization.sessionsPath, saying: ActionNotice(text: "Session deleted."), to: browser)
    }

    /// - Parameter form: a form that was rejected.
    func page(at place: TranscriptPosition, _ call: Call<Colleague>, form: FormState? = nil) async throws -> Page {
        let content = try await content(at: place, call, form: form)
        return Page(
            template: "session", title: content.head.pageTitle, content: content,
            frame: PageFrame(call.identity, in: nil), script: .session, icon: content.head.icon,
            notice: services.notices.notice(for: call, of: call.identity.browser))
    }

    private func content(
        at place: TranscriptPosition, _ call: Call<Colleague>, form: FormState? = nil
    ) async throws -> SessionContent {
        let excerpt = try await services.store.sessions.excerpt(
            place.range, of: call.sessionID, in: call.identity.organization, limit: TranscriptView.pageSize,
            context: TranscriptView.context)
        // The page is shown even if this can't be stored.
        try? await services.store.sessions.markSeen(excerpt.session, by: call.identity.browser.user.id)
        let files = try await services.store.attachments.kept(by: form, of: call.identity, at: services.clock.now())
        return SessionContent(
            excerpt, place, for: SessionReader(call.identity), models: services.configuration.models,
            wait: excerpt.run?.wait(for: services.runners, in: call.identity.organization), form: form, files: files,
            now: services.clock.now())
    }
}
