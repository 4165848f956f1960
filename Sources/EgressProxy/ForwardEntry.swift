import Domain
import NIOCore

/// Joins a new connection with one to a fixed destination.
final class ForwardEntry: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = ByteBuffer

    private let proxy: EgressProxy
    private let destination: NetworkDestination
    private var received = ByteBuffer()
    /// Whether the client has said that it says no more.
    private var isInputClosed = false

    init(proxy: EgressProxy, destination: NetworkDestination) {
        self.proxy = proxy
        self.destination = destination
    }

    func channelActive(context: ChannelHandlerContext) {
        let channel = context.channel
        channel.setOption(.autoRead, value: false).whenFailure { _ in channel.close(promise: nil) }
        proxy.connect(channel, to: destination) { [self] result in
            guard case .success(let upstream) = result else { return channel.close(promise: nil) }
            try Relay.join(channel, upstream)
            if received.readableBytes > 0 {
                context.fireChannelRead(NIOAny(received))
                context.fireChannelReadComplete()
            }
            if isInputClosed { context.fireUserInboundEventTriggered(ChannelEvent.inputClosed) }
            context.pipeline.syncOperations.removeHandler(context: context, promise: nil)
        }
    }

    /// What comes before there is a connection to send it to.
    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        var bytes = Self.unwrapInboundIn(data)
        received.writeBuffer(&bytes)
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if case ChannelEvent.inputClosed = event {
            isInputClosed = true
        } else {
            context.fireUserInboundEventTriggered(event)
        }
    }
}
