import Domain
import HTTPTypes
import Hummingbird

/// The paths of the dashboard's pages.
extension OrganizationID {
    var path: String { "/organizations/\(rawValue)" }
    var sessionsPath: String { "\(path)/sessions" }
    var activityPath: String { "\(path)/activity" }
    var newSessionPath: String { "\(path)/sessions/new" }
    var settingsPath: String { "\(path)/settings" }
    var membersPath: String { "\(settingsPath)/members" }
    var invitationsPath: String { "\(settingsPath)/invitations" }
    var networkPath: String { "\(settingsPath)/network" }
    var sandboxPath: String { "\(settingsPath)/sandbox" }
    var keysPath: String { "\(settingsPath)/keys" }
    var runnersPath: String { "\(settingsPath)/runners" }
    var auditPath: String { "\(settingsPath)/audit" }

    func path(of environment: EnvironmentID) -> String { "\(sandboxPath)/\(environment.rawValue)" }

    func path(of session: SessionID) -> String { "\(sessionsPath)/\(session.rawValue)" }

    /// The path of a session's page that shows a message and a few before it; without a message, the end.
    func path(of session: SessionID, at message: Int?) -> String {
        path(of: session) + (message.map { "?after=\(max(0, $0 - 10))#m\($0)" } ?? "")
    }
}

/// A path of this server that is safe as a redirect target.
struct LocalPath {
    let text: String

    /// - Returns: `nil` for an address that could lead elsewhere.
    init?(_ text: String) {
        guard text.hasPrefix("/"), !text.hasPrefix("//"), text.utf8.count <= 2000,
            text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\\") })
        else { return nil }
        self.text = text
    }
}

extension Request {
    /// The page of this server that contained the link or the form, from the `Referer`; `nil` if the browser doesn't
    /// send one.
    ///
    /// - Parameter origins: the origins of this server for browsers.
    func previousPath(on origins: Set<String>) -> LocalPath? {
        guard let address = headers[.referer] else { return nil }
        let asked = ["http", "https"].map { "\($0)://\(head.authority ?? "")" }
        guard let origin = (origins + asked).first(where: { address.hasPrefix("\($0)/") }) else { return nil }
        return LocalPath(String(address.dropFirst(origin.count)))
    }
}
