package import HummingbirdCore
package import Logging
package import NIOCore
import NIOHTTP1

/// The framework's HTTP/1.1 channel with the rules of `ConnectionHandler` and a limited number of connections, over TLS
/// if the server has a certificate. Whatever is decided about a connection is decided above TLS, so that the same holds
/// with and without it.
package struct GuardedHTTPChannel: ServerChildChannel {
    private let http: HTTP1Channel
    private let registry: ConnectionRegistry
    private let identity: ServerIdentity?

    /// - Parameter identity: `nil` for plain HTTP.
    package init(
        responder: @escaping HTTPChannelHandler.Responder, registry: ConnectionRegistry,
        identity: ServerIdentity? = nil
    ) {
        http = HTTP1Channel(responder: responder)
        self.registry = registry
        self.identity = identity
    }

    package func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<AcceptedConnection> {
        guard case .admitted(let connection) = registry.admit(channel) else {
            return channel.eventLoop.makeCompletedFuture {
                try encrypt(channel)
                let handler = RefusedConnectionHandler(
                    lingerTime: registry.rules.lingerTime, isEncrypted: identity != nil)
                try channel.pipeline.syncOperations.addHandler(handler)
                return AcceptedConnection(channel, http: nil)
            }
        }
        return http.setup(channel: channel, logger: logger).flatMapThrowing { value in
            let pipeline = channel.pipeline.syncOperations
            let parser = try pipeline.handler(type: ByteToMessageHandler<HTTPRequestDecoder>.self)
            let handler = ConnectionHandler(connection, in: registry, logger: logger)
            try pipeline.addHandler(handler, position: .after(parser))
            try encrypt(channel)
            try pipeline.addHandler(WriteDeadlineHandler(registry), position: .first)
            return AcceptedConnection(channel, http: value)
        }
    }

    /// Puts TLS below all handlers.
    private func encrypt(_ channel: any Channel) throws {
        guard let identity else { return }
        try channel.pipeline.syncOperations.addHandlers(
            [PlainRequestHandler(registry), identity.makeHandler()], position: .first)
    }

    package func handle(value: AcceptedConnection, logger: Logger) async {
        if let connection = value.take() {
            await http.handle(value: connection, logger: logger)
        } else {
            try? await value.channel.closeFuture.get()
        }
    }
}
