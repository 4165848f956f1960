import Domain
import Hummingbird
import Storage

extension SessionPages {
    /// `GET /organizations/{organization}/sessions`, with the filters of the API's list, and with views.
    func list(_ call: Call<Colleague>) async throws -> Response {
        let organization = call.identity.organization
        if let query = call.queryWithoutEmptyFields {
            return .seeOther(organization.sessionsPath + (query.isEmpty ? "" : "?\(query)"))
        }
        let address = SessionsAddress(call)
        var request = SessionsRequest(
            organization: organization, reader: call.identity.browser.user.id, filter: address.filter,
            limit: address.limit + 1)
        (request.view, request.cursor) = (address.view, address.cursor)
        let now = services.clock.now()
        let overview = try await services.store.sessions.overview(for: request, at: now)
        let content = SessionsContent(overview, address, for: call.identity, now: now)
        return Page(
            template: "sessions", title: content.title, content: content,
            frame: PageFrame(call.identity, in: .sessions), script: .sessions
        ).response()
    }
}

extension Call {
    /// The query without the fields that a form sent empty; `nil` if it had none.
    fileprivate var queryWithoutEmptyFields: String? {
        let fields = (request.uri.query ?? "").split(separator: "&")
        let filled = fields.filter { !$0.hasSuffix("=") }
        return filled.count < fields.count ? filled.joined(separator: "&") : nil
    }
}
