import Hummingbird

extension RouteTable {
    /// The dashboard's pages, their forms, and the files that they load.
    static func pages(_ services: Services) -> [Route] {
        let accounts = AccountPages(services: services)
        let sessions = SessionPages(services: services)
        let settings = SettingsPages(services: services)
        let pages: [Route] = [
            .person(.get, "/", accounts.home),
            .open(.get, "/setup", accounts.showSetUp).evenBeforeSetUp,
            .open(.post, "/setup", accounts.setUp).evenBeforeSetUp,
            .open(.get, "/sign-in", accounts.showSignIn),
            .open(.post, "/sign-in", accounts.signIn),
            .person(.post, "/sign-out", accounts.signOut),
            .open(.post, "/theme", accounts.chooseTheme),
            .open(.get, "/join", accounts.showJoin),
            .person(.post, "/join", accounts.join),
            .open(.post, "/join/sign-up", accounts.signUp),

            .person(.get, "/account", accounts.showAccount),
            .person(.post, "/account/profile", accounts.editProfile),
            .person(.post, "/account/password", accounts.changePassword),
            .person(.post, "/account/browser-sessions/{browser}/revoke", accounts.revokeBrowser),
            .person(.post, "/account/browser-sessions/revoke-others", accounts.revokeOtherBrowsers),
            .person(.post, "/account/notifications", accounts.chooseNotifications),
            .person(.post, "/account/push-subscriptions/{subscription}/test", accounts.testDevice),
            .person(.post, "/account/push-subscriptions/{subscription}/remove", accounts.removeDevice),
            .colleague(.post, "/account/organizations/{organization}/leave", accounts.leave),

            .colleague(.get, "/organizations/{organization}/sessions", sessions.list),
            .colleague(.get, "/organizations/{organization}/activity", sessions.showActivity),
            .colleague(.get, "/organizations/{organization}/palette", sessions.showPalette),
            .colleague(.get, "/organizations/{organization}/sessions/new", sessions.showNew),
            .colleague(.post, "/organizations/{organization}/sessions/new", sessions.create),
            .colleague(.post, "/organizations/{organization}/sessions/new/title", sessions.previewTitle),
            .colleague(.get, "/organizations/{organization}/sessions/new/branches", sessions.listBranches),

            .colleague(.get, "/organizations/{organization}/sessions/{id}", sessions.show),
            .colleague(.get, "/organizations/{organization}/sessions/{id}/transcript", sessions.showTranscript),
            .colleague(.get, "/organizations/{organization}/sessions/{id}/images/{image}", sessions.showImage),
            .colleague(.get, "/organizations/{organization}/sessions/{id}/duplicate", sessions.duplicate),
            .colleague(.get, "/organizations/{organization}/sessions/{id}/changes", sessions.showChanges),
            .colleague(
                .post, "/organizations/{organization}/sessions/{id}/changes/comments", sessions.addComment),
            .colleague(
                .post, "/organizations/{organization}/sessions/{id}/changes/comments/send", sessions.sendComments),
            .colleague(
                .post, "/organizations/{organization}/sessions/{id}/changes/comments/{comment}", sessions.editComment),
            .colleague(
                .post, "/organizations/{organization}/sessions/{id}/changes/comments/{comment}/delete",
                sessions.deleteComment),
            .colleague(.post, "/organizations/{organization}/sessions/{id}/messages", sessions.followUp),
            .colleague(
                .post, "/organizations/{organization}/sessions/{id}/messages/{sequence}/take-back", sessions.takeBack),
            .colleague(
                .post, "/organizations/{organization}/sessions/{id}/requests/{request}/answer", sessions.answer),
            .colleague(.post, "/organizations/{organization}/sessions/{id}/choices", sessions.choose),
            .colleague(.post, "/organizations/{organization}/sessions/{id}/title", sessions.rename),
            .colleague(.post, "/organizations/{organization}/sessions/{id}/stop", sessions.stop),
            .colleague(.post, "/organizations/{organization}/sessions/{id}/retry", sessions.retry),
            .colleague(.post, "/organizations/{organization}/sessions/{id}/allow", sessions.allowHost),
            .colleague(.post, "/organizations/{organization}/sessions/{id}/archive", sessions.archive),
            .colleague(.post, "/organizations/{organization}/sessions/{id}/unarchive", sessions.unarchive),
            .colleague(.get, "/organizations/{organization}/sessions/{id}/delete", sessions.askToDelete),
            .colleague(.post, "/organizations/{organization}/sessions/{id}/delete", sessions.delete),

            .owner(.get, "/organizations/{organization}/settings", settings.showOrganization),
            .owner(.post, "/organizations/{organization}/settings", settings.rename),
            .owner(.get, "/organizations/{organization}/settings/members", settings.showMembers),
            .owner(.post, "/organizations/{organization}/settings/members/{user}/role", settings.assignRole),
            .owner(.post, "/organizations/{organization}/settings/members/{user}/remove", settings.removeMember),
            .owner(.get, "/organizations/{organization}/settings/invitations", settings.showInvitations),
            .owner(.post, "/organizations/{organization}/settings/invitations", settings.invite),
            .owner(
                .post, "/organizations/{organization}/settings/invitations/{invitation}/revoke",
                settings.revokeInvitation),
            .owner(.post, "/organizations/{organization}/settings/network", settings.editNetwork),
            .owner(.get, "/organizations/{organization}/settings/sandbox", settings.showEnvironments),
            .owner(.post, "/organizations/{organization}/settings/sandbox", settings.addEnvironment),
            .owner(.get, "/organizations/{organization}/settings/sandbox/new", settings.showNewEnvironment),
            .owner(.get, "/organizations/{organization}/settings/sandbox/{environment}", settings.showEnvironment),
            .owner(.post, "/organizations/{organization}/settings/sandbox/{environment}", settings.editEnvironment),
            .owner(
                .post, "/organizations/{organization}/settings/sandbox/{environment}/delete",
                settings.deleteEnvironment),
            .owner(
                .post, "/organizations/{organization}/settings/sandbox/{environment}/secrets", settings.setSecret),
            .owner(
                .post, "/organizations/{organization}/settings/sandbox/{environment}/secrets/{name}/remove",
                settings.removeSecret),
            .owner(.get, "/organizations/{organization}/settings/keys", settings.showKeys),
            .owner(.post, "/organizations/{organization}/settings/keys", settings.createKey),
            .owner(.post, "/organizations/{organization}/settings/keys/{key}/revoke", settings.revokeKey),
        ]
        return pages.map(\.asPage) + PublicAssets.shared.routes
    }
}
