import HummingbirdCore
import Logging
import NIOCore
import NIOPosix
import Web

/// The server's door: how many come in, and how long they may take to leave.
struct Listener: Sendable {
    private let registry: ConnectionRegistry
    private let logger: Logger

    /// Raises the limit of open files as far as it goes, and takes as many connections as fit below it.
    ///
    /// - Parameter maximum: of connections, as the operator set it.
    init(_ rules: ConnectionRules, maximumConnections maximum: Int?, _ services: Services, logger: Logger) {
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
            logger.warning("`maximumConnections` is more than the limit of open files allows")
        }
        registry = ConnectionRegistry(rules, metrics: ConnectionMetrics(in: services.metrics))
        self.logger = logger
    }

    var server: HTTPServerBuilder {
        HTTPServerBuilder { responder in GuardedHTTPChannel(responder: responder, registry: registry) }
    }

    /// Keeps the listening socket from burning a core when files run out all the same.
    func protect(_ channel: any Channel) async {
        do {
            try await channel.eventLoop.submit {
                try channel.pipeline.syncOperations.addHandler(
                    AcceptPauseHandler(registry, logger: logger), position: .first)
            }.get()
        } catch {
            logger.error("the listening socket is gone", metadata: ["error": "\(error)"])
        }
    }

    /// Gives the requests under way the time that they have at shutdown, then cuts whatever is open.
    func shutDown() {
        MultiThreadedEventLoopGroup.singleton.next().scheduleTask(in: registry.rules.shutdownTime) {
            registry.cutAll()
        }
    }
}
