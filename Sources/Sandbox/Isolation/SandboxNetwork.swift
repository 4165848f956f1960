import CProcess
import Glibc
import Threads

/// What a command reaches over the network.
package enum SandboxNetwork: Sendable {
    /// Itself: it has a loopback interface of its own, and no other.
    case none
    /// Itself, and what a relay lets through.
    case relayed(SandboxRelay)
    /// Whatever the host reaches, the host's own services included.
    case machine
}

/// Ports on a sandbox's own 127.0.0.1 that are served from outside.
///
/// Nothing of it is inside: the listening sockets are made in the sandbox's network and accepted on by this process.
/// Without isolation there is none, and its variables aren't set.
package struct SandboxRelay: Sendable {
    package static let maximumPorts = Int(PROCESS_LISTENING_MAXIMUM)

    let ports: [UInt16]
    let environment: [String: String]
    let serve: @Sendable ([CInt]) async -> Void

    /// - Parameters:
    ///   - ports: at least one, at most `maximumPorts`.
    ///   - environment: variables that tell programs of the ports, set whatever else the profile has.
    ///   - serve: takes the listening sockets, in the order of the ports, which are its own to close, and serves them
    ///     until it is cancelled, once the command has ended.
    package init(
        ports: [UInt16], environment: [String: String] = [:], serve: @escaping @Sendable ([CInt]) async -> Void
    ) {
        self.ports = ports
        self.environment = environment
        self.serve = serve
    }

    /// Makes the sockets.
    ///
    /// - Parameters:
    ///   - process: one in the sandbox.
    ///   - user: who runs bubblewrap, when that isn't the server's user.
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
