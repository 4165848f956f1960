import Domain
import Hummingbird

/// What a page says about what was just done. The address carries its name and never the text, which anybody could
/// make up.
enum Notice: String {
    case profile, password, browser, left
    case notifications = "notifications-saved"
    case deviceAdded = "device-added"
    case deviceTested = "device-tested"
    case deviceRemoved = "device-removed"
    case renamed, role, removed
    case invitation = "invitation-revoked"
    case key = "key-revoked"
    case environmentAdded = "environment-added"
    case environmentSaved = "environment-saved"
    case environmentDeleted = "environment-deleted"
    case network = "network-saved"
    case secretSet = "secret-set"
    case secretRemoved = "secret-removed"

    var text: String {
        switch self {
        case .profile: "Your profile is saved."
        case .password: "Your password is changed, and your other browsers are signed out."
        case .browser: "That browser is signed out."
        case .left: "You left the organization."
        case .notifications: "Your choices are saved."
        case .deviceAdded: "This device is told from now on. A test shows whether a message arrives."
        case .deviceTested: "A test message is on its way. Open this page again to see whether it was taken."
        case .deviceRemoved: "That device is told nothing more."
        case .renamed: "The name is saved."
        case .role: "The role is changed."
        case .removed: "The member is removed."
        case .invitation: "The invitation is revoked. Its link opens nothing any more."
        case .key: "The key is revoked. Programs that use it are refused."
        case .environmentAdded: "The environment is added. Its secrets are set below."
        case .environmentSaved: "The environment is saved. Runs that begin from now on have it so."
        case .environmentDeleted: "The environment is deleted, with its secrets."
        case .network: "What agents may reach is saved, also for those at work."
        case .secretSet: "The secret is set. Its value is not shown again."
        case .secretRemoved: "The secret is removed."
        }
    }
}

extension Response {
    /// Sends a browser back to a page that says what was done.
    static func seeOther(_ path: String, saying notice: Notice) -> Response {
        .seeOther("\(path)?done=\(notice.rawValue)")
    }
}

extension Call {
    /// What the page is to say, as its address tells.
    func notice() throws -> String? {
        try query("done").flatMap(Notice.init(rawValue:))?.text
    }
}
