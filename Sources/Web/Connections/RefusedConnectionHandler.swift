import NIOCore
import NIOTLS

/// Responds to a client that there are too many connections, and closes.
final class RefusedConnectionHandler: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private let lingerTime: TimeAmount
    private let isEncrypted: Bool

    /// - Parameters:
    ///   - lingerTime: how long the client has until the connection is closed, whatever it does.
    ///   - isEncrypted: whether TLS is below it, so that nothing can be sent before the handshake.
    init(lingerTime: TimeAmount, isEncrypted: Bool) {
        self.lingerTime = lingerTime
        self.isEncrypted = isEncrypted
    }

    func channelActive(context: ChannelHandlerContext) {
        context.eventLoop.assumeIsolated().scheduleTask(in: lingerTime) { context.close(promise: nil) }
        if !isEncrypted { respond(context) }
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if case TLSUserEvent.handshakeCompleted = event { respond(context) }
        context.fireUserInboundEventTriggered(event)
    }

    private func respond(_ context: ChannelHandlerContext) {
        context.writeAndFlush(wrapOutboundOut(Refusal.tooManyConnections.message(isLast: true).bytes), promise: nil)
        context.close(mode: .output, promise: nil)
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {}

    /// Whatever fails, the connection closes soon.
    func errorCaught(context: ChannelHandlerContext, error: any Error) {}
}
