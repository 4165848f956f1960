import Hummingbird

extension RouteTable {
    /// The dashboard's pages, their forms, and the files that they load.
    static func pages(_ services: Services) -> [Route] {
        let accounts = AccountPages(services: services)
        let sessions = SessionPages(services: services)
        let pages: [Route] = [
            .person(.get, "/", accounts.home),
            .open(.get, "/sign-in", accounts.showSignIn),
            .open(.post, "/sign-in", accounts.signIn),
            .person(.post, "/sign-out", accounts.signOut),

            .colleague(.get, "/organizations/{organization}/sessions", sessions.list),
            .colleague(.get, "/organizations/{organization}/sessions/new", sessions.showNew),
            .colleague(.post, "/organizations/{organization}/sessions/new", sessions.create),
            .colleague(.post, "/organizations/{organization}/sessions/new/title", sessions.previewTitle),

            .colleague(.get, "/organizations/{organization}/sessions/{id}", sessions.show),
            .colleague(.get, "/organizations/{organization}/sessions/{id}/transcript", sessions.showTranscript),
            .colleague(.post, "/organizations/{organization}/sessions/{id}/messages", sessions.followUp),
            .colleague(.post, "/organizations/{organization}/sessions/{id}/title", sessions.rename),
            .colleague(.post, "/organizations/{organization}/sessions/{id}/stop", sessions.stop),
            .colleague(.post, "/organizations/{organization}/sessions/{id}/archive", sessions.archive),
            .colleague(.post, "/organizations/{organization}/sessions/{id}/unarchive", sessions.unarchive),
            .colleague(.get, "/organizations/{organization}/sessions/{id}/delete", sessions.askToDelete),
            .colleague(.post, "/organizations/{organization}/sessions/{id}/delete", sessions.delete),
        ]
        return pages.map(\.asPage) + PublicAssets.routes
    }
}
