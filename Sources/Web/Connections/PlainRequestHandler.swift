import CoreMetrics
import NIOCore

/// Below TLS: answers a client that speaks plain HTTP that this port is for https. The first byte tells: in TLS, it is
/// never a letter.
final class PlainRequestHandler: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = ByteBuffer
    typealias InboundOut = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private let registry: ConnectionRegistry
    private var isPlain = false

    init(_ registry: ConnectionRegistry) {
        self.registry = registry
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard !isPlain, let first = unwrapInboundIn(data).readableBytesView.first else { return }
        guard Character(UnicodeScalar(first)).isLetter, first < 0x80 else {
            context.fireChannelRead(data)
            context.pipeline.syncOperations.removeHandler(context: context, promise: nil)
            return
        }
        isPlain = true
        registry.metrics.malformedRequests.increment()
        context.writeAndFlush(wrapOutboundOut(Refusal.plainRequest.message(isLast: true).bytes), promise: nil)
        context.close(mode: .output, promise: nil)
        context.eventLoop.assumeIsolated().scheduleTask(in: registry.rules.lingerTime) { context.close(promise: nil) }
    }
}
