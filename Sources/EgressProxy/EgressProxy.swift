package import Domain
package import NIOCore
import NIOPosix
import Synchronization

/// A sandbox's only way to the network: a proxy for `CONNECT` and plain HTTP (RFC 9110, 9.3.6; RFC 9112, 3.2.2) that
/// allows the destinations in the rules.
///
/// It resolves names itself and connects only to the addresses that it checked. TLS content is neither read nor
/// changed. Each run has its own proxy; only its listening socket is inside the sandbox.
package struct EgressProxy: Sendable {
    /// Asked for each connection, so that changed rules apply from the next connection on.
    let verdict: @Sendable (NetworkDestination) async throws -> NetworkVerdict
    let resolver: HostResolver
    let onRefusal: @Sendable (NetworkDestination, NetworkRefusal) -> Void
    let limits: EgressLimits
    private let connections = ConnectionCount()

    package init(
        resolver: HostResolver = .system, limits: EgressLimits = EgressLimits(),
        rules: @escaping @Sendable () async throws -> NetworkRules,
        onRefusal: @escaping @Sendable (NetworkDestination, NetworkRefusal) -> Void = { _, _ in }
    ) {
        self.init(
            resolver: resolver, limits: limits, verdict: { try await rules().verdict(on: $0) }, onRefusal: onRefusal)
    }

    /// A proxy that asks somebody else for each verdict.
    package init(
        resolver: HostResolver = .system, limits: EgressLimits = EgressLimits(),
        verdict: @escaping @Sendable (NetworkDestination) async throws -> NetworkVerdict,
        onRefusal: @escaping @Sendable (NetworkDestination, NetworkRefusal) -> Void
    ) {
        self.verdict = verdict
        self.resolver = resolver
        self.limits = limits
        self.onRefusal = onRefusal
    }

    /// Serves proxy clients until the task is cancelled.
    ///
    /// - Parameter socket: a listening socket, closed at the end.
    package func serve(_ socket: CInt) async {
        await accept(on: socket) { channel in
            try channel.pipeline.syncOperations.addHandler(ProxyEntry(proxy: self))
        }
    }

    /// Forwards every connection to one destination until the task is cancelled.
    ///
    /// - Parameter socket: a listening socket, closed at the end.
    package func forward(_ socket: CInt, to destination: NetworkDestination) async {
        await accept(on: socket) { channel in
            try channel.pipeline.syncOperations.addHandler(ForwardEntry(proxy: self, destination: destination))
        }
    }

    private func accept(on socket: CInt, _ initialize: @escaping @Sendable (any Channel) throws -> Void) async {
        let (connections, limits) = (connections, limits)
        let bootstrap = ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .childChannelOption(.allowRemoteHalfClosure, value: true)
            .childChannelInitializer { channel in
                guard connections.add(upTo: limits.connections) else { return channel.close() }
                channel.closeFuture.whenComplete { _ in connections.remove() }
                return channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(IdleStateHandler(allTimeout: limits.idleTime))
                    try initialize(channel)
                }
            }
        guard let listener = try? await bootstrap.withBoundSocket(socket).get() else { return }
        await withTaskCancellationHandler {
            try? await listener.closeFuture.get()
        } onCancel: {
            listener.close(promise: nil)
        }
    }
}

/// Limits on the connections of one run.
package struct EgressLimits: Sendable {
    /// Maximum number of open connections; further ones are closed at once.
    package var connections = 256
    /// Time without traffic in either direction after which a connection is closed.
    package var idleTime: TimeAmount = .minutes(15)
    /// Time for a client to send its request's head.
    package var headTime: TimeAmount = .seconds(30)
    /// Timeout for connecting to each address of a host.
    package var connectTime: TimeAmount = .seconds(10)

    package init() {}
}

/// Counts open connections.
final class ConnectionCount: Sendable {
    private let count = Mutex(0)

    /// - Returns: `false` when the limit is reached.
    func add(upTo limit: Int) -> Bool {
        count.withLock { count in
            guard count < limit else { return false }
            count += 1
            return true
        }
    }

    func remove() {
        count.withLock { $0 -= 1 }
    }
}
