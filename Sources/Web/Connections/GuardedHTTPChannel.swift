package import HummingbirdCore
package import Logging
package import NIOCore
import NIOHTTP1

/// The framework's HTTP/1.1 channel with the rules of `ConnectionHandler` and a limited number of connections.
package struct GuardedHTTPChannel: ServerChildChannel {
    private let http: HTTP1Channel
    private let registry: ConnectionRegistry

    package init(responder: @escaping HTTPChannelHandler.Responder, registry: ConnectionRegistry) {
        http = HTTP1Channel(responder: responder)
        self.registry = registry
    }

    package func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<AcceptedConnection> {
        guard case .admitted(let connection) = registry.admit(channel) else {
            return channel.eventLoop.makeCompletedFuture {
                let handler = RefusedConnectionHandler(lingerTime: registry.rules.lingerTime)
                try channel.pipeline.syncOperations.addHandler(handler)
                return AcceptedConnection(channel, http: nil)
            }
        }
        return http.setup(channel: channel, logger: logger).flatMapThrowing { value in
            let pipeline = channel.pipeline.syncOperations
            let parser = try pipeline.handler(type: ByteToMessageHandler<HTTPRequestDecoder>.self)
            let handler = ConnectionHandler(connection, in: registry, logger: logger)
            try pipeline.addHandler(handler, position: .after(parser))
            try pipeline.addHandler(WriteDeadlineHandler(registry), position: .first)
            return AcceptedConnection(channel, http: value)
        }
    }

    package func handle(value: AcceptedConnection, logger: Logger) async {
        if let connection = value.take() {
            await http.handle(value: connection, logger: logger)
        } else {
            try? await value.channel.closeFuture.get()
        }
    }
}
