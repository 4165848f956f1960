import NIOCore
import NIOHTTP1

/// Responds to a client that there are too many connections, and closes.
final class RefusedConnectionHandler: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private let lingerTime: TimeAmount

    init(lingerTime: TimeAmount) {
        self.lingerTime = lingerTime
    }

    func channelActive(context: ChannelHandlerContext) {
        let answer = Refusal.tooManyConnections.message(isLast: true)
        let head = answer.head
        var text = "HTTP/1.1 \(head.status.code) \(head.status.reasonPhrase)\r\n"
        for (name, value) in head.headers { text += "\(name): \(value)\r\n" }
        var message = ByteBuffer(string: "\(text)\r\n")
        message.writeImmutableBuffer(answer.body)
        context.writeAndFlush(wrapOutboundOut(message), promise: nil)
        context.close(mode: .output, promise: nil)
        context.eventLoop.assumeIsolated().scheduleTask(in: lingerTime) { context.close(promise: nil) }
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {}
}
