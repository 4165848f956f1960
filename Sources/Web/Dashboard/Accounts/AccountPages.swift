import Domain
import Hummingbird
import Storage

/// The account page: profile, password, browsers, notifications and organizations.
struct AccountPages: Sendable {
    let services: Services

    /// `GET /account`: the person's profile, browsers and organizations.
    func show(_ call: Call<BrowserSession>) async throws -> Response {
        try await accountPage(of: call.identity, notice: call.notice()).response()
    }

    /// `POST /account/profile`. An empty picture address removes the picture.
    func editProfile(_ call: Call<BrowserSession>) async throws -> Response {
        try await call.submit { form in
            let edit = try form.body(EditProfileBody.self, keepingEmpty: true).edit
            _ = try await services.store.accounts.apply(
                edit, to: call.identity.user.id, at: services.clock.now())
            return .seeOther("/account", saying: .profile)
        } refused: {
            try await accountPage(of: call.identity, profile: $0)
        }
    }

    /// `POST /account/password`
    func changePassword(_ call: Call<BrowserSession>) async throws -> Response {
        let visitor = call.visitor(trusting: services.configuration.trustedProxies)
        return try await call.submit { form in
            let token = try await services.accounts.changePassword(
                form.body(ChangePasswordBody.self), in: call.identity, by: visitor)
            return services.cookies.renew(token, .seeOther("/account", saying: .password))
        } refused: {
            try await accountPage(of: call.identity, password: $0)
        }
    }

    /// `POST /account/browser-sessions/{browser}/revoke` signs out a browser, which may be this one.
    func revokeBrowser(_ call: Call<BrowserSession>) async throws -> Response {
        try await call.submit { _ in
            try await services.accounts.endBrowserSession(call.browserID, of: call.identity.user.id)
            return call.browserID == call.identity.id
                ? services.cookies.signOut(.seeOther("/sign-in")) : .seeOther("/account", saying: .browser)
        } refused: {
            try await accountPage(of: call.identity, problem: $0.problem)
        }
    }

    /// `POST /account/browser-sessions/revoke-others`
    func revokeOtherBrowsers(_ call: Call<BrowserSession>) async throws -> Response {
        try await call.submit { _ in
            try await services.store.browserSessions.deleteAll(
                of: call.identity.user.id, but: call.identity.id, at: services.clock.now())
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

    /// `POST /account/notifications`. Browsers don't send a check box that is off.
    func chooseNotifications(_ call: Call<BrowserSession>) async throws -> Response {
        try await call.submit { form in
            let choices = PushKind.allCases.map { ($0, form[$0.rawValue] == "true") }
            _ = try await services.store.push.choose(
                Dictionary(uniqueKeysWithValues: choices), of: call.identity.user.id)
            return .seeOther("/account", saying: .notifications)
        } refused: {
            try await accountPage(of: call.identity, problem: $0.problem)
        }
    }

    /// `POST /account/push-subscriptions/{subscription}/test`
    func testDevice(_ call: Call<BrowserSession>) async throws -> Response {
        try await call.submit { _ in
            let user = call.identity.user.id
            try await services.growth.charging(try services.growth.adding(.testMessage, by: user)) {
                try await services.store.push.test(call.subscriptionID, of: user, at: services.clock.now())
            }
            return .seeOther("/account", saying: .deviceTested)
        } refused: {
            try await accountPage(of: call.identity, problem: $0.problem)
        }
    }

    /// `POST /account/push-subscriptions/{subscription}/remove`
    func removeDevice(_ call: Call<BrowserSession>) async throws -> Response {
        try await call.submit { _ in
            try await services.store.push.unsubscribe(call.subscriptionID, of: call.identity.user.id)
            return .seeOther("/account", saying: .deviceRemoved)
        } refused: {
            try await accountPage(of: call.identity, problem: $0.problem)
        }
    }

    /// The page, with the errors of a rejected form.
    private func accountPage(
        of browser: BrowserSession, profile: FormState? = nil, password: FormState = FormState(),
        problem: String? = nil, notice: String? = nil
    ) async throws -> Page {
        let user = browser.user
        let now = services.clock.now()
        let browsers = try await services.store.browserSessions.browsers(of: user.id, at: now)
        let factor = try await services.store.secondFactors.find(of: user.id)
        let push = services.store.push
        let notifications = NotificationsContent(
            try await push.subscriptions(of: user.id), told: try await push.kinds(of: user.id), at: now)
        return Page(
            template: "account", title: "Your account",
            content: AccountContent(
                notice: notice,
                problem: problem ?? profile?.problem ?? password.problem,
                profile: ProfileForm(
                    profile ?? FormState(["name": user.name, "imageUrl": user.imageURL ?? ""]), of: user),
                passwordChange: PasswordForm(password, of: user),
                secondFactor: factor.map { SecondFactorItem($0, at: now) },
                browsers: browsers.map { BrowserItem($0, isThis: $0.id == browser.id, at: now) },
                hasOtherBrowsers: browsers.count > 1,
                notifications: notifications,
                memberships: browser.memberships.map(MembershipItem.init)),
            frame: PageFrame(browser), script: .notifications)
    }
}

private struct AccountContent {
    let notice: String?
    let problem: String?
    let profile: ProfileForm
    let passwordChange: PasswordForm
    let secondFactor: SecondFactorItem?
    let browsers: [BrowserItem]
    let hasOtherBrowsers: Bool
    let notifications: NotificationsContent
    let memberships: [MembershipItem]
}

private struct ProfileForm {
    let address: String
    let person: FormField
    let picture: FormField

    init(_ form: FormState, of user: User) {
        address = user.email.description
        person = form.nameField
        picture = form.field(
            "imageUrl", "Picture", type: "url", autocomplete: "photo",
            hint: "The address of an image, starting with https://.", isRequired: false)
    }
}

private struct PasswordForm {
    /// The account's email address, which tells password managers whose password it is.
    let address: String
    let current: FormField
    let new: FormField

    init(_ form: FormState, of user: User) {
        address = user.email.description
        current = form.field(
            "current", "Current password", type: "password", autocomplete: "current-password")
        new = form.newPasswordField("new", "New password")
    }
}

private struct SecondFactorItem {
    let since: ShownTime
    let codesLeft: String

    init(_ factor: SecondFactor, at time: Timestamp) {
        since = ShownTime(factor.since, now: time)
        codesLeft = factor.codesLeft
    }
}

private struct BrowserItem {
    let isThis: Bool
    let device: String
    let used: ShownTime
    let address: String?
    let since: ShownTime
    let until: ShownTime
    let revokePath: String

    init(_ browser: SignedInBrowser, isThis: Bool, at time: Timestamp) {
        self.isThis = isThis
        device = browser.device ?? "Command line or other program"
        used = ShownTime(browser.lastUsedAt, now: time)
        address = browser.lastAddress
        since = ShownTime(browser.createdAt, now: time)
        until = ShownTime(browser.expiresAt, now: time)
        revokePath = "/account/browser-sessions/\(browser.id.rawValue)/revoke"
    }
}

private struct MembershipItem {
    let organizationName: String
    let roleInWords: String
    let sessionsPath: String
    let leavePath: String

    init(_ membership: Membership) {
        let organization = membership.organization
        organizationName = organization.name
        roleInWords = membership.role.inWords
        sessionsPath = organization.id.sessionsPath
        leavePath = "/account/organizations/\(organization.id.rawValue)/leave"
    }
}
