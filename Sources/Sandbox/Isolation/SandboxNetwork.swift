import CProcess
package import Domain
import Glibc
import Threads

/// A command's network access.
package enum SandboxNetwork: Sendable {
    /// Only a loopback interface of its own.
    case none
    /// A loopback interface of its own, with a relay to allowed destinations.
    case relayed(SandboxRelay)
    /// The host's network, including the host's own services.
    case machine
}

/// Ports on a sandbox's own 127.0.0.1 that the server serves.
///
/// No relay process runs inside: the listening sockets are created in the sandbox's network, and this process accepts
/// the connections. Without isolation there is no relay, and its variables are not set.
package struct SandboxRelay: Sendable {
    package static let maximumPorts = Int(PROCESS_LISTENING_MAXIMUM)

    package let ports: [UInt16]
    let environment: [String: String]
    package let serve: @Sendable ([CInt]) async -> Void
    private let decide: @Sendable (NetworkDestination, Bool) async throws -> NetworkVerdict

    /// - Parameters:
    ///   - ports: at least one, at most `maximumPorts`.
    ///   - environment: variables that tell programs the ports; they override the profile's.
    ///   - serve: receives the listening sockets in the order of the ports, serves them until cancelled after the
    ///     command's end, and must close them.
    ///   - decide: the verdict on a destination, for a relay on another machine; the second value says that this machine
    ///     refuses it because it has only private addresses there. Counts the refusals.
    package init(
        ports: [UInt16], environment: [String: String] = [:],
        decide: @escaping @Sendable (NetworkDestination, Bool) async throws -> NetworkVerdict = { _, _ in
            .refused(.notAllowed)
        },
        serve: @escaping @Sendable ([CInt]) async -> Void
    ) {
        self.ports = ports
        self.environment = environment
        self.decide = decide
        self.serve = serve
    }

    /// The verdict on a destination, for a relay that another machine serves.
    ///
    /// - Parameter isPrivate: whether that machine refuses it because it has only private addresses there.
    package func verdict(on destination: NetworkDestination, isPrivate: Bool) async throws -> NetworkVerdict {
        try await decide(destination, isPrivate)
    }

    /// The variables in which programs look for a proxy on this port, in both spellings since some programs know only
    /// one. Node.js uses them only with `NODE_USE_ENV_PROXY`.
    package static func proxyVariables(port: UInt16) -> [String: String] {
        let address = "http://127.0.0.1:\(port)"
        let names = ["HTTP_PROXY": address, "HTTPS_PROXY": address, "ALL_PROXY": address]
            .merging(["NO_PROXY": "localhost,127.0.0.1,::1"]) { $1 }
        return names.merging(names.map { ($0.lowercased(), $1) }) { $1 }.merging(["NODE_USE_ENV_PROXY": "1"]) { $1 }
    }

    /// The usual port of the proxy.
    package static let proxyPort: UInt16 = 3128

    /// Creates the listening sockets.
    ///
    /// - Parameters:
    ///   - process: a process in the sandbox.
    ///   - user: the user that runs bubblewrap; `nil` for the server's user.
    func listen(inNetworkOf process: pid_t, user: SandboxUser?) async throws(SystemCallError) -> [Descriptor] {
        let ports = ports
        let number = user?.number ?? 0
        return try await WorkerThreads().run { () throws(SystemCallError) in
            var sockets = [CInt](repeating: -1, count: ports.count)
            var failure = ProcessFailure()
            guard process_listen_inside(process, number, ports, CInt(ports.count), &sockets, &failure) else {
                throw SystemCallError(failure)
            }
            return sockets.map(Descriptor.init)
        }
    }
}
