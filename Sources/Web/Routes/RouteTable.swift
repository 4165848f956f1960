import Hummingbird

/// Every route on one screen. `API/` has a file for each action.
package struct RouteTable: Sendable {
    package let routes: [Route]

    package init(_ services: Services) {
        let accounts = AccountHandlers(services: services)
        let documentation = DocumentationHandlers()
        let keys = APIKeyHandlers(services: services)
        let metrics = MetricsHandlers(services: services)
        let sessions = SessionHandlers(services: services)
        routes = [
            .caller(.post, "/api/sessions", sessions.create),
            .member(.get, "/api/sessions", sessions.list),
            .member(.get, "/api/sessions/{id}", sessions.show),
            .member(.patch, "/api/sessions/{id}", sessions.edit),
            .member(.delete, "/api/sessions/{id}", sessions.delete),
            .member(.post, "/api/sessions/{id}/stop", sessions.stop),
            .member(.post, "/api/sessions/{id}/archive", sessions.archive),
            .member(.post, "/api/sessions/{id}/unarchive", sessions.unarchive),
            .member(.get, "/api/sessions/{id}/messages", sessions.readMessages),
            .member(.post, "/api/sessions/{id}/messages", sessions.appendMessages),
            .member(.put, "/api/sessions/{id}/pull-request", sessions.reportPullRequest),

            .open(.post, "/api/auth/sign-in", accounts.signIn),
            .person(.post, "/api/auth/sign-out", accounts.signOut),
            .person(.get, "/api/me", accounts.me),

            .owner(.get, "/api/organizations/{organization}/api-keys", keys.list),
            .owner(.post, "/api/organizations/{organization}/api-keys", keys.create),
            .owner(.delete, "/api/organizations/{organization}/api-keys/{key}", keys.revoke),

            .open(.get, "/openapi.json", documentation.document),
            .open(.get, "/docs", documentation.page),
            .open(.get, "/docs/docs.css", documentation.style),
            .open(.get, "/metrics", metrics.metrics),
        ]
    }
}
