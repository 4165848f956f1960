import Domain
import Hummingbird
import Storage

extension SessionPages {
    /// `GET …/delete`: the page that asks for confirmation.
    func askToDelete(_ call: Call<Colleague>) async throws -> Response {
        let organization = call.identity.organization
        let excerpt = try await services.store.sessions.excerpt(
            .after(0), of: call.sessionID, in: organization, limit: 0)
        let head = SessionHead(excerpt, for: call.identity, form: nil, now: services.clock.now())
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
        return .seeOther(organization.sessionsPath)
    }
}
