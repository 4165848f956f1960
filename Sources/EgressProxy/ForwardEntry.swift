import Domain
import NIOCore

/// Joins a new connection with one to a fixed destination.
final class ForwardEntry: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = ByteBuffer

    private let proxy: EgressProxy
    private let destination: NetworkDestination
    private var input = EarlyInput()

    init(proxy: EgressProxy, destination: NetworkDestination) {
        self.proxy = proxy
        self.destination = destination
    }

    func channelActive(context: ChannelHandlerContext) {
        let channel = context.channel
        proxy.connect(channel, to: destination) { [self] result in
            guard case .success(let upstream) = result else { return channel.close(promise: nil) }
            try Relay.join(channel, upstream)
            input.passOn(context)
        }
    }

    /// Stores input until the connection to the destination is ready.
    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        var bytes = Self.unwrapInboundIn(data)
        input.bytes.writeBuffer(&bytes)
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if case ChannelEvent.inputClosed = event {
            input.isClosed = true
        } else {
            context.fireUserInboundEventTriggered(event)
        }
    }
}
