import NIOCore

/// What a client sent before there was anybody to give it to.
struct EarlyInput {
    var bytes = ByteBuffer()
    /// Whether it has said that it says no more.
    var isClosed = false

    /// Gives it to the handlers after this one, which leaves.
    func passOn(_ context: ChannelHandlerContext) {
        if bytes.readableBytes > 0 {
            context.fireChannelRead(NIOAny(bytes))
            context.fireChannelReadComplete()
        }
        if isClosed { context.fireUserInboundEventTriggered(ChannelEvent.inputClosed) }
        context.pipeline.syncOperations.removeHandler(context: context, promise: nil)
    }
}
