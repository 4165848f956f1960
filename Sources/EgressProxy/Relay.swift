import NIOCore

/// One of two joined connections: data read from one is written to the other, with backpressure. When one side closes
/// its output, so does the other; both connections close together.
final class Relay: ChannelDuplexHandler {
    typealias InboundIn = NIOAny
    typealias OutboundIn = NIOAny
    typealias OutboundOut = NIOAny

    private var partner: Relay?
    private var context: ChannelHandlerContext?
    /// Whether a read is delayed until the partner can write again.
    private var isReadPending = false

    private init() {}

    /// Joins two connections and starts reading from both. They must have the same event loop, which must be the
    /// current one.
    static func join(_ first: any Channel, _ second: any Channel) throws {
        let (one, other) = (Relay(), Relay())
        (one.partner, other.partner) = (other, one)
        try first.pipeline.syncOperations.addHandler(one)
        try second.pipeline.syncOperations.addHandler(other)
        for channel in [first, second] {
            channel.setOption(.autoRead, value: true).whenFailure { _ in channel.close(promise: nil) }
        }
    }

    func handlerAdded(context: ChannelHandlerContext) {
        self.context = context
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        self.context = nil
        partner = nil
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        partner?.context?.write(data, promise: nil)
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        partner?.context?.flush()
    }

    func channelInactive(context: ChannelHandlerContext) {
        partner?.context?.close(promise: nil)
        context.fireChannelInactive()
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        switch event {
        case ChannelEvent.inputClosed: partner?.context?.close(mode: .output, promise: nil)
        case is IdleStateHandler.IdleStateEvent: context.close(promise: nil)
        default: context.fireUserInboundEventTriggered(event)
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        context.close(promise: nil)
    }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        if context.channel.isWritable { partner?.readAgain() }
        context.fireChannelWritabilityChanged()
    }

    func read(context: ChannelHandlerContext) {
        if partner?.context?.channel.isWritable == true {
            context.read()
        } else {
            isReadPending = true
        }
    }

    private func readAgain() {
        guard isReadPending else { return }
        isReadPending = false
        context?.read()
    }
}
