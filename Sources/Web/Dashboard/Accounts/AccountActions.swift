import Domain
import Hummingbird
import Storage

/// The actions of the account page's forms.
extension AccountPages {
    /// `POST /account/profile`. An empty picture address removes the picture.
    func editProfile(_ call: Call<BrowserSession>) async throws -> Response {
        try await call.submit { form in
            let edit = try form.body(EditProfileBody.self, keepingEmpty: true).edit
            _ = try await services.store.accounts.apply(edit, to: call.identity.user.id)
            return .seeOther("/account", saying: .profile)
        } refused: {
            try await accountPage(of: call.identity, profile: $0)
        }
    }

    /// `POST /account/password`
    func changePassword(_ call: Call<BrowserSession>) async throws -> Response {
        let visitor = call.visitor(trusting: services.configuration.trustedProxies)
        return try await call.submit { form in
            try await services.changePassword(form.body(ChangePasswordBody.self), in: call.identity, by: visitor)
            return .seeOther("/account", saying: .password)
        } refused: {
            try await accountPage(of: call.identity, password: $0)
        }
    }

    /// `POST /account/browser-sessions/{browser}/revoke` signs out a browser, which may be this one.
    func revokeBrowser(_ call: Call<BrowserSession>) async throws -> Response {
        try await call.submit { _ in
            try await services.endBrowserSession(call.browserID, of: call.identity.user.id)
            return call.browserID == call.identity.id
                ? services.signedOut : .seeOther("/account", saying: .browser)
        } refused: {
            try await accountPage(of: call.identity, problem: $0.problem)
        }
    }

    /// `POST /account/browser-sessions/revoke-others`
    func revokeOtherBrowsers(_ call: Call<BrowserSession>) async throws -> Response {
        try await call.submit { _ in
            try await services.store.browserSessions.deleteAll(of: call.identity.user.id, but: call.identity.id)
            return .seeOther("/account", saying: .browsers)
        } refused: {
            try await accountPage(of: call.identity, problem: $0.problem)
        }
    }

    /// `POST /account/organizations/{organization}/leave`
    func leave(_ call: Call<Colleague>) async throws -> Response {
        let browser = call.identity.browser
        return try await call.submit { _ in
            try await services.store.members.remove(
                browser.user.id, from: call.identity.organization, at: services.clock.now())
            return .seeOther("/account", saying: .left)
        } refused: {
            try await accountPage(of: browser, problem: $0.problem)
        }
    }
}
