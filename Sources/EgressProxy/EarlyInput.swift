import NIOCore

/// A client's input that arrives before there is a handler or connection for it.
struct EarlyInput {
    var bytes = ByteBuffer()
    /// Whether the client has closed its sending side.
    var isClosed = false

    /// Passes the input to the next handlers and removes this handler from the pipeline.
    func passOn(_ context: ChannelHandlerContext) {
        if bytes.readableBytes > 0 {
            context.fireChannelRead(NIOAny(bytes))
            context.fireChannelReadComplete()
        }
        if isClosed { context.fireUserInboundEventTriggered(ChannelEvent.inputClosed) }
        context.pipeline.syncOperations.removeHandler(context: context, promise: nil)
    }
}
