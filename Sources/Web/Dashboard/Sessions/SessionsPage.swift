import Domain
import Hummingbird
import Storage

extension SessionPages {
    private static let pageSize = 50
    private static let weeks = 8

    /// `GET /organizations/{organization}/sessions`, with the filters and pages of the API's list.
    func list(_ call: Call<Colleague>) async throws -> Response {
        let organization = call.identity.organization
        if let query = call.queryWithoutEmptyFields {
            return .seeOther(organization.sessionsPath + (query.isEmpty ? "" : "?\(query)"))
        }
        var filter = try call.sessionFilter(isBeingTyped: true)
        if try call.query("archived") == nil { filter.isArchived = false }
        let cursor = try call.query("cursor", SessionCursor.init(_:)) ?? .start
        let limit = try call.number("limit", in: 1...200) ?? Self.pageSize
        let now = services.clock.now()
        let overview = try await services.store.sessions.dashboard(
            of: organization, filter, after: cursor, limit: limit + 1, days: Self.weeks * 7, at: now)
        let place = SessionsPageAddress(
            organization: organization, filter: filter, search: try call.query("q") ?? "",
            query: call.request.uri.query ?? "", isFirstPage: cursor == .start, limit: limit)
        return Page(
            template: "sessions", title: "Sessions", content: SessionsContent(overview, place, now: now),
            frame: PageFrame(call.identity, in: .sessions), script: .sessions
        ).response()
    }
}

extension Call {
    /// The query as it would be without the fields that a form sent empty; `nil` when there are none.
    fileprivate var queryWithoutEmptyFields: String? {
        let fields = (request.uri.query ?? "").split(separator: "&")
        let filled = fields.filter { !$0.hasSuffix("=") }
        return filled.count < fields.count ? filled.joined(separator: "&") : nil
    }
}
