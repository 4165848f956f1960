package import HummingbirdCore
package import Logging
package import NIOCore
import NIOHTTP1

/// The framework's HTTP/1.1, with the rules of `ConnectionHandler` around it and as many connections as there may be.
package struct GuardedHTTPChannel: ServerChildChannel {
    /// A connection; one that was refused has no requests.
    package struct Accepted: ServerChildChannelValue {
        package let channel: any Channel
        let http: HTTP1Channel.Value?
    }

    private let http: HTTP1Channel
    private let registry: ConnectionRegistry

    package init(responder: @escaping HTTPChannelHandler.Responder, registry: ConnectionRegistry) {
        http = HTTP1Channel(responder: responder)
        self.registry = registry
    }

    package func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<Accepted> {
        guard case .admitted(let connection) = registry.admit(channel) else {
            return channel.eventLoop.makeCompletedFuture {
                let handler = RefusedConnectionHandler(lingerTime: registry.rules.lingerTime)
                try channel.pipeline.syncOperations.addHandler(handler)
                return Accepted(channel: channel, http: nil)
            }
        }
        return http.setup(channel: channel, logger: logger).flatMapThrowing { value in
            let pipeline = channel.pipeline.syncOperations
            let parser = try pipeline.handler(type: ByteToMessageHandler<HTTPRequestDecoder>.self)
            let handler = ConnectionHandler(connection, in: registry, logger: logger)
            try pipeline.addHandler(handler, position: .after(parser))
            try pipeline.addHandler(WriteDeadlineHandler(registry), position: .first)
            return Accepted(channel: channel, http: value)
        }
    }

    package func handle(value: Accepted, logger: Logger) async {
        if let connection = value.http {
            await http.handle(value: connection, logger: logger)
        } else {
            try? await value.channel.closeFuture.get()
        }
    }
}
