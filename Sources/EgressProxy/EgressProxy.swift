package import Domain
package import NIOCore
import NIOPosix
import Synchronization

/// The only way out of a sandbox: a proxy for `CONNECT` and for plain HTTP (RFC 9110, 9.3.6; RFC 9112, 3.2.2) that lets
/// through what the rules allow.
///
/// It resolves names itself and connects to the very addresses that it checked. What is inside TLS it neither sees nor
/// changes. One is made for each run; it has nothing in the sandbox but a listening socket.
package struct EgressProxy: Sendable {
    /// Asked for each connection, so that a change of the rules holds from the next one on.
    let rules: @Sendable () async throws -> NetworkRules
    let resolver: HostResolver
    let onRefusal: @Sendable (NetworkDestination, NetworkRefusal) -> Void
    let limits: EgressLimits
    private let connections = ConnectionCount()

    package init(
        resolver: HostResolver = .system, limits: EgressLimits = EgressLimits(),
        rules: @escaping @Sendable () async throws -> NetworkRules,
        onRefusal: @escaping @Sendable (NetworkDestination, NetworkRefusal) -> Void = { _, _ in }
    ) {
        self.rules = rules
        self.resolver = resolver
        self.limits = limits
        self.onRefusal = onRefusal
    }

    /// Serves clients of a proxy until the task is cancelled.
    ///
    /// - Parameter socket: listens, and is closed at the end.
    package func serve(_ socket: CInt) async {
        await accept(on: socket) { channel in
            try channel.pipeline.syncOperations.addHandler(ProxyEntry(proxy: self))
        }
    }

    /// Passes every connection on to one destination, until the task is cancelled.
    ///
    /// - Parameter socket: listens, and is closed at the end.
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

/// What one run's connections may take.
package struct EgressLimits: Sendable {
    /// At once.
    package var connections = 256
    /// Without a byte in either direction.
    package var idleTime: TimeAmount = .minutes(15)
    /// Until a client has said where it wants to.
    package var headTime: TimeAmount = .seconds(30)
    /// For each address of a host.
    package var connectTime: TimeAmount = .seconds(10)

    package init() {}
}

/// How many connections are open.
final class ConnectionCount: Sendable {
    private let count = Mutex(0)

    /// - Returns: `false` when there are as many as may be.
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
