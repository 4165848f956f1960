import HummingbirdCore
import Logging
import NIOCore
import NIOPosix
import Web

/// The limits of the listening socket: the number of connections, and their time at shutdown.
struct Listener: Sendable {
    private let registry: ConnectionRegistry
    private let identity: ServerIdentity?
    private let logger: Logger

    /// Raises the limit of open files as far as possible, and limits the connections to what fits below it.
    ///
    /// - Parameters:
    ///   - maximum: the operator's limit of connections.
    ///   - identity: `nil` for plain HTTP.
    init(
        _ rules: ConnectionRules, maximumConnections maximum: Int?, identity: ServerIdentity?, _ services: Services,
        logger: Logger
    ) {
        let files = OpenFileLimit.raised()
        var rules = rules
        rules.maximumConnections = min(maximum ?? rules.maximumConnections, files.connections)
        logger.info(
            "open files",
            metadata: [
                "limit": "\(files.count)", "before": "\(files.countBefore)",
                "connections": "\(rules.maximumConnections)",
            ])
        if let maximum, maximum > files.connections {
            logger.warning("`maximumConnections` is higher than the limit on open files allows")
        }
        registry = ConnectionRegistry(rules, metrics: ConnectionMetrics(in: services.metrics))
        self.identity = identity
        self.logger = logger
    }

    var server: HTTPServerBuilder {
        HTTPServerBuilder { responder in
            GuardedHTTPChannel(responder: responder, registry: registry, identity: identity)
        }
    }

    /// Adds a handler that pauses accepting when the process runs out of file descriptors, which would otherwise use a
    /// whole CPU core.
    func protect(_ channel: any Channel) async {
        do {
            try await channel.eventLoop.submit {
                try channel.pipeline.syncOperations.addHandler(
                    AcceptPauseHandler(registry, logger: logger), position: .first)
            }.get()
        } catch {
            logger.error("the listening socket is closed", metadata: ["error": "\(error)"])
        }
    }

    /// Gives requests in progress the shutdown time, then closes all remaining connections.
    func shutDown() {
        MultiThreadedEventLoopGroup.singleton.next().scheduleTask(in: registry.rules.shutdownTime) {
            registry.cutAll()
        }
    }
}
