import Domain
import Hummingbird
import Storage

extension AccountPages {
    /// `GET /account`: the person's profile, browsers and organizations.
    func showAccount(_ call: Call<BrowserSession>) async throws -> Response {
        try await accountPage(of: call.identity, notice: call.notice()).response()
    }

    /// The page, with the errors of a rejected form.
    func accountPage(
        of browser: BrowserSession, profile: FormState? = nil, password: FormState = FormState(),
        problem: String? = nil, notice: String? = nil
    ) async throws -> Page {
        let user = browser.user
        let now = services.clock.now()
        let browsers = try await services.store.browserSessions.browsers(of: user.id, at: now)
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

private struct BrowserItem {
    let isThis: Bool
    let device: String
    let since: ShownTime
    let until: ShownTime
    let revokePath: String

    init(_ browser: SignedInBrowser, isThis: Bool, at time: Timestamp) {
        self.isThis = isThis
        device = browser.device ?? "Command line or other program"
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
