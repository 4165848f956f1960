import Domain
import NIOCore
import NIOHTTP1

/// First handler of every proxy client: distinguishes `CONNECT` from plain HTTP, and opens the tunnel.
final class ProxyEntry: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = ByteBuffer

    /// Maximum size of the request line and headers of `CONNECT`, in bytes.
    private static let maximumHead = 16_384
    private static let connect = "CONNECT "
    private static let end = "\r\n\r\n"

    private let proxy: EgressProxy
    private var input = EarlyInput()
    /// Whether the request's head is complete; further input is for the destination.
    private var isDecided = false
    private var deadline: Scheduled<Void>?

    init(proxy: EgressProxy) {
        self.proxy = proxy
    }

    func channelActive(context: ChannelHandlerContext) {
        let channel = context.channel
        deadline = channel.eventLoop.scheduleTask(in: proxy.limits.headTime) { channel.close(promise: nil) }
        context.fireChannelActive()
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        deadline?.cancel()
    }

    func channelInactive(context: ChannelHandlerContext) {
        deadline?.cancel()
        context.fireChannelInactive()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        var bytes = Self.unwrapInboundIn(data)
        input.bytes.writeBuffer(&bytes)
        guard !isDecided, input.bytes.readableBytes >= Self.connect.utf8.count else { return }
        guard input.bytes.readableBytesView.starts(with: Self.connect.utf8) else { return servePlain(context) }
        guard let head = Self.head(of: input.bytes) else {
            if input.bytes.readableBytes > Self.maximumHead {
                isDecided = true
                context.finish(with: ProxyAnswer.badRequest("The request's header is too long."))
            }
            return
        }
        isDecided = true
        input.bytes.moveReaderIndex(forwardBy: head.utf8.count + Self.end.utf8.count)
        tunnel(head, context)
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        switch event {
        case ChannelEvent.inputClosed where isDecided: input.isClosed = true
        case ChannelEvent.inputClosed, is IdleStateHandler.IdleStateEvent: context.close(promise: nil)
        default: context.fireUserInboundEventTriggered(event)
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        context.close(promise: nil)
    }

    /// The request's head without the empty line that ends it; `nil` until it is complete.
    private static func head(of bytes: ByteBuffer) -> String? {
        let view = bytes.readableBytesView.prefix(maximumHead)
        guard let range = view.firstRange(of: Array(end.utf8)) else { return nil }
        return String(decoding: view[..<range.lowerBound], as: UTF8.self)
    }

    private func tunnel(_ head: String, _ context: ChannelHandlerContext) {
        let parts = head.prefix { !$0.isNewline }.split(separator: " ", omittingEmptySubsequences: false)
        let destination: NetworkDestination
        do throws(InvalidValue) {
            guard parts.count == 3, parts[2].hasPrefix("HTTP/1.") else {
                throw InvalidValue("must be CONNECT host:port HTTP/1.1")
            }
            destination = try NetworkDestination(authority: parts[1])
        } catch {
            return context.finish(with: ProxyAnswer.badRequest("The destination \(error.detail)."))
        }
        let channel = context.channel
        proxy.connect(channel, to: destination) { [self] result in
            switch result {
            case .failure(let error): context.finish(with: ProxyAnswer.failure(error, of: destination))
            case .success(let upstream):
                context.writeAndFlush(NIOAny(ProxyAnswer.established), promise: nil)
                try Relay.join(channel, upstream)
                input.passOn(context)
            }
        }
    }

    private func servePlain(_ context: ChannelHandlerContext) {
        isDecided = true
        do {
            try context.pipeline.syncOperations.addHandlers([
                ByteToMessageHandler(HTTPRequestDecoder()), PlainRequest(proxy: proxy),
            ])
            input.passOn(context)
        } catch {
            context.close(promise: nil)
        }
    }
}
