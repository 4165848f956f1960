import Hummingbird

/// Every route of the API on one screen, those of the dashboard on another. `API/` and `Dashboard/` have a
/// type for each resource, in a file of its own.
package struct RouteTable: Sendable {
    package let routes: [Route]

    package init(_ services: Services) {
        let accounts = AccountHandlers(services: services)
        let attachments = AttachmentHandlers(services: services)
        let audit = AuditHandlers(services: services)
        let comments = CommentHandlers(services: services)
        let documentation = DocumentationHandlers(services: services)
        let downloads = DownloadHandlers(services: services)
        let environments = EnvironmentHandlers(services: services)
        let events = EventHandlers(services: services)
        let invitations = InvitationHandlers(services: services)
        let keys = APIKeyHandlers(services: services)
        let members = MemberHandlers(services: services)
        let messages = MessageHandlers(services: services)
        let monitoring = MonitoringHandlers(services: services)
        let organizations = OrganizationHandlers(services: services)
        let push = PushHandlers(services: services)
        let reading = SessionReadHandlers(services: services)
        let requests = RequestHandlers(services: services)
        let runners = RunnerHandlers(services: services)
        let runnerTokens = RunnerTokenHandlers(services: services)
        let signIn = SignInHandlers(services: services)
        let writing = SessionWriteHandlers(services: services)
        let webhooks = WebhookHandlers(services: services)
        let api: [Route] = [
            .caller(.post, "/api/sessions", writing.create),
            .member(.get, "/api/sessions", reading.list),
            .member(.get, "/api/sessions/{id}", reading.show),
            .member(.patch, "/api/sessions/{id}", writing.edit),
            .member(.delete, "/api/sessions/{id}", writing.delete),
            .member(.post, "/api/sessions/{id}/stop", writing.stop),
            .member(.post, "/api/sessions/{id}/retry", writing.retry),
            .member(.post, "/api/sessions/{id}/archive", writing.archive),
            .member(.post, "/api/sessions/{id}/unarchive", writing.unarchive),
            .member(.get, "/api/sessions/{id}/messages", messages.list),
            .member(.post, "/api/sessions/{id}/messages", messages.append),
            .member(.delete, "/api/sessions/{id}/messages/{sequence}", messages.withdraw),
            .member(.get, "/api/sessions/{id}/commands", messages.listCommands),
            .member(.get, "/api/commands", messages.listRepositoryCommands),
            .member(.get, "/api/sessions/{id}/requests", requests.list),
            .member(.post, "/api/sessions/{id}/requests/{request}/answer", requests.answer),
            .member(.get, "/api/sessions/{id}/export", downloads.export),
            .member(.put, "/api/sessions/{id}/pull-request", writing.reportPullRequest),
            .member(.get, "/api/sessions/{id}/changes", downloads.showChanges),
            .member(.get, "/api/sessions/{id}/patch", downloads.downloadPatch),
            .member(.get, "/api/sessions/{id}/comments", comments.list),
            .member(.post, "/api/sessions/{id}/comments", comments.add),
            .member(.post, "/api/sessions/{id}/comments/send", comments.send),
            .member(.patch, "/api/sessions/{id}/comments/{comment}", comments.edit),
            .member(.delete, "/api/sessions/{id}/comments/{comment}", comments.delete),
            .member(.get, "/api/sessions/{id}/workspace", downloads.downloadWorkspace),
            .member(.post, "/api/sessions/{id}/allowed-hosts", writing.allowHost),
            .member(.get, "/api/sessions/{id}/events", events.followSession),
            .member(.get, "/api/events", events.followOrganization),

            .member(.post, "/api/attachments", attachments.upload),
            .member(.get, "/api/attachments/{attachment}", attachments.show),
            .member(.delete, "/api/attachments/{attachment}", attachments.remove),

            .open(.post, "/api/auth/sign-in", signIn.signIn),
            .person(.post, "/api/auth/sign-out", signIn.signOut).evenWithoutSecondFactor,
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
            .owner(.get, "/api/organizations/{organization}/runner-tokens", runnerTokens.list),
            .owner(.post, "/api/organizations/{organization}/runner-tokens", runnerTokens.create),
            .owner(.delete, "/api/organizations/{organization}/runner-tokens/{token}", runnerTokens.revoke),
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

            .owner(.get, "/api/organizations/{organization}/audit", audit.list),
            .owner(.get, "/api/organizations/{organization}/audit/export", audit.export),

            .runner(.post, "/api/runner/claim", runners.claim),
            .runner(.get, "/api/runner/queue", runners.showQueue),
            .runner(.get, "/api/runner/leases/{lease}/orders", runners.listOrders),
            .runner(.get, "/api/runner/leases/{lease}/files/{files}", runners.download),
            .runner(.put, "/api/runner/leases/{lease}/files/{files}", runners.upload),
            .runner(.post, "/api/runner/leases/{lease}/processes/{process}/output", runners.append),
            .runner(.post, "/api/runner/leases/{lease}/processes/{process}/ending", runners.end),
            .runner(.post, "/api/runner/leases/{lease}/checkpoints/{checkpoint}", runners.finishCheckpoint),
            .runner(.post, "/api/runner/leases/{lease}/network", runners.answerNetworkQuestion),
            .runner(.post, "/api/runner/leases/{lease}/pause", runners.setPause),
            .runner(.delete, "/api/runner/leases/{lease}", runners.giveBack),

            .open(.post, "/api/invitations/look-up", invitations.lookUp),
            .open(.post, "/api/invitations/sign-up", signIn.signUp),
            .person(.post, "/api/invitations/join", invitations.join),

            .open(.post, "/api/webhooks/github", webhooks.takeFromGitHub),
            .open(.post, "/api/setup", signIn.setUp).evenBeforeSetUp,
            .open(.get, "/livez", monitoring.live).evenBeforeSetUp,
            .open(.get, "/readyz", monitoring.ready).evenBeforeSetUp,
            .open(.get, "/openapi.json", documentation.document),
            .open(.get, "/docs", documentation.page).asPage,
            .open(.get, "/metrics", monitoring.metrics),
        ]
        routes = api + Self.pages(services)
    }
}
