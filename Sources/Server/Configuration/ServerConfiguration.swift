package import Domain
package import Logging
package import Runs
package import Storage
package import Web
package import WebPush

/// All settings of an operator, parsed once. No other code reads flags, the environment or the file.
package struct ServerConfiguration: Sendable {
    package static let defaultHost = "127.0.0.1"
    package static let defaultPort = 8080
    package static let defaultPushContact = "https://lodestone.invalid"
    package static let defaultAddress = "http://\(defaultHost):\(defaultPort)"

    package let dataDirectory: DataDirectory
    package let host: String
    package let port: Int
    package let publicURL: PublicURL?
    /// `nil` when the server speaks plain HTTP.
    package let certificate: CertificateFiles?
    /// The reverse proxies in front of the server, whose forwarding headers are trusted.
    package let trustedProxies: [AddressRange]
    package let limits: GrowthLimits
    package let repositoryHosts: Set<String>
    /// `nil` when this server runs no agents.
    package let runs: RunConfiguration?
    /// `nil` when no backups are made by schedule.
    package let backups: BackupConfiguration?
    package let logLevel: Logger.Level
    package let logFormat: LogFormat
    /// The token with which the metrics can be read from other machines; `nil` for none.
    package let metricsToken: HiddenText?
    /// The git hosts that the server works with, by name.
    package let gitHosts: [String: GitHost]
    /// The operator's contact for push services, a `mailto:` or `https:` URL; `nil` for the public URL if that is
    /// https, or else `defaultPushContact`.
    package let pushContact: String?
    /// The operator's own push services, which may have private addresses and use http.
    package let pushServices: [AllowedHost]
    /// The models that people can choose, the default first.
    package let models: [ModelChoice]
    /// Makes titles of unnamed sessions; `nil` for the server's own titles.
    package let titleCommand: TitleCommand?
    /// How long browsers stay signed in.
    package let browserLimits: BrowserSessionLimits
    /// How long entries of the audit log are kept.
    package let auditAge: Duration
    /// Maximum number of connections; `nil` for 10,000. Reduced to what the limit of open files allows.
    package let maximumConnections: Int?
    /// `nil` when the process was not started by a service manager.
    package let serviceManager: ServiceManager?

    /// The public URL, or else the URL of the listening address. `port` is the port in use, which the system may have
    /// chosen.
    package func address(onPort port: Int) -> String {
        publicURL?.description ?? "\(scheme)://\(host.contains(":") ? "[\(host)]" : host):\(port)"
    }

    private var scheme: String { certificate == nil ? "http" : "https" }

    /// The client for push services.
    package var push: PushClient {
        let own = publicURL.flatMap { $0.isSecure ? $0.description : nil }
        return PushClient(contact: pushContact ?? own ?? Self.defaultPushContact, services: pushServices)
    }

    /// The part of the configuration that the web server uses.
    package var web: WebConfiguration {
        let local = ["\(scheme)://127.0.0.1:\(port)", "\(scheme)://localhost:\(port)", address(onPort: port)]
        return WebConfiguration(
            address: PublicAddress(address(onPort: port)), origins: publicURL.map { [$0.description] } ?? Set(local),
            isSecure: publicURL?.isSecure ?? (certificate != nil), repositoryHosts: repositoryHosts,
            gitHosts: gitHosts, trustedProxies: trustedProxies, limits: limits,
            networkCeiling: runs?.networkCeiling ?? .all, models: models, isDemo: runs?.agent.isDemo ?? false,
            metricsToken: metricsToken)
    }
}

/// The base URL under which browsers reach the server: scheme, host and port, in lower case.
package struct PublicURL: Sendable, CustomStringConvertible {
    package let description: String

    package init?(_ text: String) {
        let address = text.hasSuffix("/") ? text.dropLast() : Substring(text)
        let scheme = address.prefix { $0 != ":" }
        let host = address.dropFirst(scheme.count + 3)
        guard scheme == "https" || scheme == "http", address.hasPrefix("\(scheme)://"), !host.isEmpty,
            !host.contains(where: { "/?#@ ".contains($0) })
        else { return nil }
        description = address.lowercased()
    }

    var isSecure: Bool { description.hasPrefix("https:") }
}
