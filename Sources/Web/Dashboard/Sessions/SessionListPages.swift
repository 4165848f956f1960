import Domain
import Hummingbird
import Storage

/// The list of an organization's sessions, the week's activity, and the palette.
struct SessionListPages: Sendable {
    private static let activityWeeks = 8
    private static let paletteSessions = 8

    let services: Services

    /// `GET /organizations/{organization}/sessions`, with the filters of the API's list, and with views.
    func show(_ call: Call<Colleague>) async throws -> Response {
        let organization = call.identity.organization
        if let query = call.queryWithoutEmptyFields {
            return .seeOther(organization.sessionsPath + (query.isEmpty ? "" : "?\(query)"))
        }
        let address = SessionsAddress(call)
        var request = SessionsRequest(
            organization: organization, reader: call.identity.browser.user.id, filter: address.filter,
            limit: address.limit + 1)
        (request.view, request.order, request.cursor) = (address.view, address.order, address.cursor)
        let now = services.clock.now()
        let overview = try await services.store.sessions.overview(for: request, at: now)
        let content = SessionsContent(overview, address, for: call.identity, now: now)
        return Page(
            template: "sessions", title: content.title, content: content,
            frame: PageFrame(call.identity, in: .sessions), script: .sessions, icon: content.icon,
            notice: services.notices.notice(for: call, of: call.identity.browser)
        ).response()
    }

    /// `GET /organizations/{organization}/activity`: the week's numbers, and the activity on each day of recent weeks.
    func showActivity(_ call: Call<Colleague>) async throws -> Response {
        let activity = try await services.store.sessions.activity(
            of: call.identity.organization, days: Self.activityWeeks * 7, at: services.clock.now())
        return Page(
            template: "activity", title: "Activity",
            content: ActivityContent(activity.stats, activity.days, in: call.identity.organization),
            frame: PageFrame(call.identity, in: nil)
        ).response()
    }

    /// `GET /organizations/{organization}/palette?q=`: the palette's results, as a part of a page.
    func showPalette(_ call: Call<Colleague>) async throws -> Response {
        let person = call.identity
        let text = (try? call.query("q"))?.trimmed ?? ""
        var request = SessionsRequest(
            organization: person.organization, reader: person.browser.user.id,
            filter: SessionsView.all.filter(for: person.browser.user.id), limit: Self.paletteSessions)
        let query = text.isEmpty ? nil : try? SearchQuery(text, isBeingTyped: true)
        request.filter.query = query
        let now = services.clock.now()
        var found = try await services.store.sessions.suggestions(for: request)
        if !text.isEmpty, query?.terms.isEmpty != false { found.sessions = [] }
        let content = PaletteContent(
            text, query, found.sessions, repositories: found.repositories, members: found.members, for: person, now: now
        )
        return .html(PageTemplates.render("palette", content))
    }
}
