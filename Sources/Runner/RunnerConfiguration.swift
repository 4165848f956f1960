package import Disk
package import Domain
package import EgressProxy

/// The settings of a runner.
package struct RunnerConfiguration: Sendable {
    package var server: RunnerServerURL
    package var token: HiddenText
    /// A file with the certificates that sign the server's, in PEM; `nil` for those that the system trusts.
    package var certificates: String?
    /// The labels of this machine; empty for all of the token's.
    package var labels: [String] = []
    /// The directory of the runner's files, for one runner at a time.
    package var directory: String
    /// Whether to end after one run.
    package var isOnce = false
    /// With `isOnce`, how long to wait for a run.
    package var idleTimeout: Duration?
    package var programs: RunnerPrograms
    /// Further files and directories that agents may read.
    package var readOnlyPaths: [String] = []
    /// Environment variables of agents on this machine, such as those for their model.
    package var variables: [String: String] = [:]
    /// Values of `variables` that are removed from the agents' output.
    package var secrets: [String] = []
    /// Where to look for bubblewrap and agents: directories separated by colons, as in `PATH`.
    package var searchPath = "/usr/bin:/bin"
    package var resolver = HostResolver.system
    package var space = DiskSpace.system

    package init(server: RunnerServerURL, token: HiddenText, directory: String, programs: RunnerPrograms) {
        self.server = server
        self.token = token
        self.directory = directory
        self.programs = programs
    }

    /// The directory with one directory per run. Everything in it is removed when a runner starts.
    var runs: String { "\(directory)/runs" }
}

/// The URL of a server, to which a token may be sent.
package struct RunnerServerURL: Sendable {
    package let text: String

    /// - Parameter allowsPlainHTTP: whether http is allowed to other machines too.
    /// - Throws: `InvalidValue` for another URL than https, or http to this machine.
    package init(_ text: String, allowsPlainHTTP: Bool = false) throws(InvalidValue) {
        let isSecure = text.hasPrefix("https://")
        let rest = text.drop { $0 != ":" }.dropFirst(3)
        let authority = rest.hasSuffix("/") ? rest.dropLast() : rest
        guard isSecure || text.hasPrefix("http://"), !authority.contains(where: { "/?#@ ".contains($0) }) else {
            throw InvalidValue("must be a URL such as https://lodestone.example.com")
        }
        let destination = try NetworkDestination(authority: authority, defaultPort: isSecure ? 443 : 80)
        guard isSecure || allowsPlainHTTP || destination.host.isThisMachine else {
            throw InvalidValue("must be an https URL, since whoever reads the runner's token can take its runs")
        }
        self.text = "\(isSecure ? "https" : "http")://\(authority)"
    }
}

extension NetworkHost {
    fileprivate var isThisMachine: Bool {
        switch self {
        case .name(let name): name == "localhost"
        case .address(let address): "\(address)" == "::1" || "\(address)".hasPrefix("127.")
        }
    }
}
