import Domain
import Hummingbird

/// A message about the action that led to the page. The address has its name and not its text, which anybody could
/// forge.
enum Notice: String {
    case profile, password, browser, browsers, left
    case notifications = "notifications-saved"
    case deviceAdded = "device-added"
    case deviceTested = "device-tested"
    case deviceRemoved = "device-removed"
    case renamed
    case invitation = "invitation-revoked"
    case key = "key-revoked"
    case keyShown = "key-shown"
    case runnerToken = "runner-token-revoked"
    case tokenShown = "token-shown"
    case linkShown = "link-shown"
    case twoFactorOff = "two-factor-off"
    case twoFactorDemand = "two-factor-saved"
    case codesShown = "codes-shown"
    case environmentAdded = "environment-added"
    case environmentSaved = "environment-saved"
    case environmentDeleted = "environment-deleted"
    case network = "network-saved"
    case secretSet = "secret-set"
    case secretRemoved = "secret-removed"

    var text: String {
        switch self {
        case .profile: "Your profile is saved."
        case .password: "Your password is changed. Your other browsers are signed out."
        case .browser: "That browser is signed out."
        case .browsers: "You're signed out everywhere else."
        case .left: "You left the organization."
        case .notifications: "Your notification settings are saved."
        case .deviceAdded: "Notifications are on for this device. Send a test to check that they arrive."
        case .deviceTested: "Test sent. Reload this page to see whether it arrived."
        case .deviceRemoved: "Notifications are off for that device."
        case .renamed: "The name is saved."
        case .invitation: "The invitation is revoked. Its link no longer works."
        case .key: "The key is revoked. Requests that use it are refused."
        case .keyShown: "A key is shown only once. If you didn't copy it, revoke it and create another."
        case .runnerToken: "The token is revoked. Its runners stop, and their runs are queued again."
        case .tokenShown: "A token is shown only once. If you didn't copy it, revoke it and create another."
        case .linkShown: "A link is shown only once. If you didn't copy it, revoke the invitation and create another."
        case .twoFactorOff: "Two-factor authentication is off."
        case .twoFactorDemand: "The two-factor setting is saved."
        case .codesShown: "Recovery codes are shown only once. If you didn't save them, create new ones."
        case .environmentAdded: "The environment is created. Add its secrets below."
        case .environmentSaved: "The environment is saved. New runs will use it."
        case .environmentDeleted: "The environment and its secrets are deleted."
        case .network: "Network settings are saved. They also apply to running agents."
        case .secretSet: "The secret is saved. Its value won't be shown again."
        case .secretRemoved: "The secret is removed."
        }
    }
}

extension Response {
    /// A redirect to a page that shows the notice.
    static func seeOther(_ path: String, saying notice: Notice) -> Response {
        .seeOther("\(path)?done=\(notice.rawValue)")
    }
}

extension Call {
    /// The notice named in the page's address.
    func notice() throws -> String? {
        try query("done").flatMap(Notice.init(rawValue:))?.text
    }
}

extension OneTimeStore {
    /// The value that the page's address names as `made`, for this one time.
    ///
    /// - Parameter gone: what the page says if the value was shown already.
    /// - Returns: also what the page says.
    func made<Identity>(
        for call: Call<Identity>, of browser: BrowserSession, at time: Timestamp, orSaying gone: Notice
    ) throws -> (value: Value?, notice: String?) {
        guard let name = try call.query("made") else { return (nil, try call.notice()) }
        let value = take(name, for: browser.id, at: time)
        return (value, value == nil ? gone.text : nil)
    }
}
