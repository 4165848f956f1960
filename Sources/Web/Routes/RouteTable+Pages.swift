import Hummingbird

extension RouteTable {
    /// The dashboard's pages, their forms, and the files that they load.
    static func pages(_ services: Services) -> [Route] {
        let account = AccountPages(services: services)
        let audit = AuditPages(services: services)
        let changes = ChangesPages(services: services)
        let environments = EnvironmentPages(services: services)
        let forms = SessionForms(services: services)
        let invitations = InvitationPages(services: services)
        let join = JoinPages(services: services)
        let keys = KeyPages(services: services)
        let runnerTokens = RunnerTokenPages(services: services)
        let list = SessionListPages(services: services)
        let members = MemberPages(services: services)
        let new = NewSessionPages(services: services)
        let organization = OrganizationPages(services: services)
        let session = SessionPages(services: services)
        let setUp = SetUpPages(services: services)
        let signIn = SignInPages(services: services)
        let signInCode = SignInCodePages(services: services)
        let twoFactor = TwoFactorPages(services: services)
        let pages: [Route] = [
            .person(.get, "/", signIn.home),
            .open(.get, "/setup", setUp.show).evenBeforeSetUp,
            .open(.post, "/setup", setUp.setUp).evenBeforeSetUp,
            .open(.get, "/sign-in", signIn.showSignIn),
            .open(.post, "/sign-in", signIn.signIn),
            .open(.get, "/sign-in/code", signInCode.show),
            .open(.post, "/sign-in/code", signInCode.signIn),
            .person(.post, "/sign-out", signIn.signOut).evenWithoutSecondFactor,
            .open(.post, "/theme", signIn.chooseTheme),
            .open(.get, "/join", join.show),
            .person(.post, "/join", join.join),
            .open(.post, "/join/sign-up", join.signUp),

            .person(.get, "/account", account.show),
            .person(.post, "/account/profile", account.editProfile),
            .person(.post, "/account/password", account.changePassword),
            .person(.get, "/account/two-factor", twoFactor.show).evenWithoutSecondFactor,
            .person(.post, "/account/two-factor/turn-on", twoFactor.turnOn).evenWithoutSecondFactor,
            .person(.post, "/account/two-factor/turn-off", twoFactor.turnOff),
            .person(.post, "/account/two-factor/recovery-codes", twoFactor.renewCodes),
            .person(.post, "/account/browser-sessions/{browser}/revoke", account.revokeBrowser),
            .person(.post, "/account/browser-sessions/revoke-others", account.revokeOtherBrowsers),
            .person(.post, "/account/notifications", account.chooseNotifications),
            .person(.post, "/account/push-subscriptions/{subscription}/test", account.testDevice),
            .person(.post, "/account/push-subscriptions/{subscription}/remove", account.removeDevice),
            .colleague(.post, "/account/organizations/{organization}/leave", account.leave),

            .colleague(.get, "/organizations/{organization}/sessions", list.show),
            .colleague(.get, "/organizations/{organization}/activity", list.showActivity),
            .colleague(.get, "/organizations/{organization}/palette", list.showPalette),
            .colleague(.get, "/organizations/{organization}/sessions/new", new.show),
            .colleague(.post, "/organizations/{organization}/sessions/new", new.create),
            .colleague(.post, "/organizations/{organization}/sessions/new/title", new.previewTitle),
            .colleague(.get, "/organizations/{organization}/sessions/new/branches", new.listBranches),

            .colleague(.get, "/organizations/{organization}/sessions/{id}", session.show),
            .colleague(.get, "/organizations/{organization}/sessions/{id}/transcript", session.showTranscript),
            .colleague(.get, "/organizations/{organization}/sessions/{id}/live", session.follow),
            .colleague(.get, "/organizations/{organization}/sessions/{id}/images/{image}", session.showImage),
            .colleague(.get, "/organizations/{organization}/sessions/{id}/duplicate", new.duplicate),
            .colleague(.get, "/organizations/{organization}/sessions/{id}/changes", changes.show),
            .colleague(
                .post, "/organizations/{organization}/sessions/{id}/changes/comments", changes.addComment),
            .colleague(
                .post, "/organizations/{organization}/sessions/{id}/changes/comments/send", changes.sendComments),
            .colleague(
                .post, "/organizations/{organization}/sessions/{id}/changes/comments/{comment}", changes.editComment),
            .colleague(
                .post, "/organizations/{organization}/sessions/{id}/changes/comments/{comment}/delete",
                changes.deleteComment),
            .colleague(.post, "/organizations/{organization}/sessions/{id}/messages", forms.followUp),
            .colleague(
                .post, "/organizations/{organization}/sessions/{id}/messages/{sequence}/take-back", forms.withdraw),
            .colleague(
                .post, "/organizations/{organization}/sessions/{id}/requests/{request}/answer", forms.answer),
            .colleague(.post, "/organizations/{organization}/sessions/{id}/choices", forms.choose),
            .colleague(.post, "/organizations/{organization}/sessions/{id}/title", forms.rename),
            .colleague(.post, "/organizations/{organization}/sessions/{id}/stop", forms.stop),
            .colleague(.post, "/organizations/{organization}/sessions/{id}/retry", forms.retry),
            .colleague(.post, "/organizations/{organization}/sessions/{id}/allow", forms.allowHost),
            .colleague(.post, "/organizations/{organization}/sessions/{id}/archive", forms.archive),
            .colleague(.post, "/organizations/{organization}/sessions/{id}/unarchive", forms.unarchive),
            .colleague(.get, "/organizations/{organization}/sessions/{id}/delete", session.askToDelete),
            .colleague(.post, "/organizations/{organization}/sessions/{id}/delete", session.delete),

            .owner(.get, "/organizations/{organization}/settings", organization.show),
            .owner(.post, "/organizations/{organization}/settings", organization.rename),
            .owner(.post, "/organizations/{organization}/settings/two-factor", organization.demandTwoFactor),
            .owner(.get, "/organizations/{organization}/settings/members", members.show),
            .owner(.post, "/organizations/{organization}/settings/members/{user}/role", members.assignRole),
            .owner(.post, "/organizations/{organization}/settings/members/{user}/remove", members.remove),
            .owner(.get, "/organizations/{organization}/settings/invitations", invitations.show),
            .owner(.post, "/organizations/{organization}/settings/invitations", invitations.create),
            .owner(
                .post, "/organizations/{organization}/settings/invitations/{invitation}/revoke",
                invitations.revoke),
            .owner(.post, "/organizations/{organization}/settings/network", environments.editNetwork),
            .owner(.get, "/organizations/{organization}/settings/sandbox", environments.list),
            .owner(.post, "/organizations/{organization}/settings/sandbox", environments.create),
            .owner(.get, "/organizations/{organization}/settings/sandbox/new", environments.showNew),
            .owner(.get, "/organizations/{organization}/settings/sandbox/{environment}", environments.show),
            .owner(.post, "/organizations/{organization}/settings/sandbox/{environment}", environments.edit),
            .owner(
                .post, "/organizations/{organization}/settings/sandbox/{environment}/delete",
                environments.delete),
            .owner(
                .post, "/organizations/{organization}/settings/sandbox/{environment}/secrets", environments.setSecret),
            .owner(
                .post, "/organizations/{organization}/settings/sandbox/{environment}/secrets/{name}/remove",
                environments.removeSecret),
            .owner(.get, "/organizations/{organization}/settings/runners", runnerTokens.show),
            .owner(.post, "/organizations/{organization}/settings/runners", runnerTokens.create),
            .owner(.post, "/organizations/{organization}/settings/runners/{token}/revoke", runnerTokens.revoke),
            .owner(.get, "/organizations/{organization}/settings/keys", keys.show),
            .owner(.post, "/organizations/{organization}/settings/keys", keys.create),
            .owner(.post, "/organizations/{organization}/settings/keys/{key}/revoke", keys.revoke),
            .owner(.get, "/organizations/{organization}/settings/audit", audit.show),
        ]
        return pages.map(\.asPage) + PublicAssets.shared.routes
    }
}
