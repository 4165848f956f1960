import Hummingbird

/// Every route of the API on one screen, those of the dashboard on another. `API/` has a file for each action,
/// `Dashboard/` one for each page.
package struct RouteTable: Sendable {
    package let routes: [Route]

    package init(_ services: Services) {
        let accounts = AccountHandlers(services: services)
        let attachments = AttachmentHandlers(services: services)
        let documentation = DocumentationHandlers(services: services)
        let environments = EnvironmentHandlers(services: services)
        let events = EventHandlers(services: services)
        let health = HealthHandlers(services: services)
        let invitations = InvitationHandlers(services: services)
        let invited = InvitedHandlers(services: services)
        let keys = APIKeyHandlers(services: services)
        let members = MemberHandlers(services: services)
        let metrics = MetricsHandlers(services: services)
        let organizations = OrganizationHandlers(services: services)
        let push = PushHandlers(services: services)
        let sessions = SessionHandlers(services: services)
        let webhooks = WebhookHandlers(services: services)
        let api: [Route] = [
            .caller(.post, "/api/sessions", sessions.create),
            .member(.get, "/api/sessions", sessions.list),
            .member(.get, "/api/sessions/{id}", sessions.show),
            .member(.patch, "/api/sessions/{id}", sessions.edit),
            .member(.delete, "/api/sessions/{id}", sessions.delete),
            .member(.post, "/api/sessions/{id}/stop", sessions.stop),
            .member(.post, "/api/sessions/{id}/retry", sessions.retry),
            .member(.post, "/api/sessions/{id}/archive", sessions.archive),
            .member(.post, "/api/sessions/{id}/unarchive", sessions.unarchive),
            .member(.get, "/api/sessions/{id}/messages", sessions.readMessages),
            .member(.post, "/api/sessions/{id}/messages", sessions.appendMessages),
            .member(.delete, "/api/sessions/{id}/messages/{sequence}", sessions.withdrawMessage),
            .member(.get, "/api/sessions/{id}/commands", sessions.listCommands),
            .member(.get, "/api/commands", sessions.listRepositoryCommands),
            .member(.get, "/api/sessions/{id}/requests", sessions.listRequests),
            .member(.post, "/api/sessions/{id}/requests/{request}/answer", sessions.answerRequest),
            .member(.get, "/api/sessions/{id}/export", sessions.export),
            .member(.put, "/api/sessions/{id}/pull-request", sessions.reportPullRequest),
            .member(.get, "/api/sessions/{id}/changes", sessions.showChanges),
            .member(.get, "/api/sessions/{id}/patch", sessions.downloadPatch),
            .member(.get, "/api/sessions/{id}/comments", sessions.listComments),
            .member(.post, "/api/sessions/{id}/comments", sessions.addComment),
            .member(.post, "/api/sessions/{id}/comments/send", sessions.sendComments),
            .member(.patch, "/api/sessions/{id}/comments/{comment}", sessions.editComment),
            .member(.delete, "/api/sessions/{id}/comments/{comment}", sessions.deleteComment),
            .member(.get, "/api/sessions/{id}/workspace", sessions.downloadWorkspace),
            .member(.post, "/api/sessions/{id}/allowed-hosts", sessions.allowHost),
            .member(.get, "/api/sessions/{id}/events", events.followSession),
            .member(.get, "/api/events", events.followOrganization),

            .member(.post, "/api/attachments", attachments.upload),
            .member(.get, "/api/attachments/{attachment}", attachments.show),
            .member(.delete, "/api/attachments/{attachment}", attachments.remove),

            .open(.post, "/api/auth/sign-in", accounts.signIn),
            .person(.post, "/api/auth/sign-out", accounts.signOut),
            .person(.get, "/api/me", accounts.me),
            .person(.patch, "/api/me", accounts.editProfile),
            .person(.post, "/api/me/password", accounts.changePassword),
            .person(.get, "/api/me/browser-sessions", accounts.browserSessions),
            .person(.delete, "/api/me/browser-sessions/{browser}", accounts.endBrowserSession),
            .person(.get, "/api/push/key", push.showKey),
            .person(.get, "/api/me/push-subscriptions", push.list),
            .person(.post, "/api/me/push-subscriptions", push.subscribe),
            .person(.delete, "/api/me/push-subscriptions/{subscription}", push.unsubscribe),
            .person(.post, "/api/me/push-subscriptions/{subscription}/test", push.test),
            .person(.get, "/api/me/notifications", push.showChoices),
            .person(.patch, "/api/me/notifications", push.choose),

            .owner(.patch, "/api/organizations/{organization}", organizations.rename),
            .owner(.get, "/api/organizations/{organization}/network", organizations.showNetwork),
            .owner(.patch, "/api/organizations/{organization}/network", organizations.editNetwork),
            .owner(.get, "/api/organizations/{organization}/members", members.list),
            .owner(.patch, "/api/organizations/{organization}/members/{user}", members.assignRole),
            .colleague(.delete, "/api/organizations/{organization}/members/{user}", members.remove),
            .owner(.get, "/api/organizations/{organization}/invitations", invitations.list),
            .owner(.post, "/api/organizations/{organization}/invitations", invitations.create),
            .owner(.delete, "/api/organizations/{organization}/invitations/{invitation}", invitations.revoke),
            .owner(.get, "/api/organizations/{organization}/api-keys", keys.list),
            .owner(.post, "/api/organizations/{organization}/api-keys", keys.create),
            .owner(.delete, "/api/organizations/{organization}/api-keys/{key}", keys.revoke),
            .colleague(.get, "/api/organizations/{organization}/environments", environments.list),
            .owner(.post, "/api/organizations/{organization}/environments", environments.create),
            .owner(.get, "/api/organizations/{organization}/environments/{environment}", environments.show),
            .owner(.patch, "/api/organizations/{organization}/environments/{environment}", environments.edit),
            .owner(.delete, "/api/organizations/{organization}/environments/{environment}", environments.delete),
            .owner(
                .put, "/api/organizations/{organization}/environments/{environment}/secrets/{name}",
                environments.setSecret),
            .owner(
                .delete, "/api/organizations/{organization}/environments/{environment}/secrets/{name}",
                environments.removeSecret),

            .open(.post, "/api/invitations/look-up", invited.lookUp),
            .open(.post, "/api/invitations/sign-up", invited.signUp),
            .person(.post, "/api/invitations/join", invited.join),

            .open(.post, "/api/webhooks/github", webhooks.takeFromGitHub),
            .open(.post, "/api/setup", accounts.setUp).evenBeforeSetUp,
            .open(.get, "/livez", health.live).evenBeforeSetUp,
            .open(.get, "/readyz", health.ready).evenBeforeSetUp,
            .open(.get, "/openapi.json", documentation.document),
            .open(.get, "/docs", documentation.page).asPage,
            .open(.get, "/metrics", metrics.metrics),
        ]
        routes = api + Self.pages(services)
    }
}
