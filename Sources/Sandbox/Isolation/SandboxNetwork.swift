import CProcess
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

    let ports: [UInt16]
    let environment: [String: String]
    let serve: @Sendable ([CInt]) async -> Void

    /// - Parameters:
    ///   - ports: at least one, at most `maximumPorts`.
    ///   - environment: variables that tell programs the ports; they override the profile's.
    ///   - serve: receives the listening sockets in the order of the ports, serves them until cancelled after the
    ///     command's end, and must close them.
    package init(
        ports: [UInt16], environment: [String: String] = [:], serve: @escaping @Sendable ([CInt]) async -> Void
    ) {
        self.ports = ports
        self.environment = environment
        self.serve = serve
    }

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
