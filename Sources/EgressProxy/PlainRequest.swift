import Domain
import NIOCore
import NIOHTTP1

/// Forwards one plain HTTP request to its host. Both connections close after it, so that every request is checked,
/// including those that follow a redirect.
final class PlainRequest: ChannelInboundHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias InboundOut = HTTPClientRequestPart

    private static let scheme = "http://"
    /// Headers that are not forwarded: hop-by-hop ones (RFC 9110, 7.6.1), and those that the proxy sets itself.
    private static let dropped = [
        "connection", "host", "keep-alive", "proxy-authenticate", "proxy-authorization", "proxy-connection", "te",
        "trailer", "upgrade",
    ]

    private let proxy: EgressProxy
    private var deadline: Scheduled<Void>?
    /// Request parts that arrive before the connection to the host is ready.
    private var waiting: [HTTPClientRequestPart] = []
    private var stage = Stage.awaitingHead

    private enum Stage {
        case awaitingHead
        case connecting
        case sending
        case done
    }

    init(proxy: EgressProxy) {
        self.proxy = proxy
    }

    func handlerAdded(context: ChannelHandlerContext) {
        let channel = context.channel
        deadline = channel.eventLoop.scheduleTask(in: proxy.limits.headTime) { channel.close(promise: nil) }
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        deadline?.cancel()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch (Self.unwrapInboundIn(data), stage) {
        case (.head(let head), .awaitingHead): begin(head, context)
        case (.body(let bytes), .connecting): waiting.append(.body(.byteBuffer(bytes)))
        case (.body(let bytes), .sending): context.fireChannelRead(Self.wrapInboundOut(.body(.byteBuffer(bytes))))
        case (.end, .connecting): waiting.append(.end(nil))
        case (.end, .sending):
            stage = .done
            context.fireChannelRead(Self.wrapInboundOut(.end(nil)))
        default: break
        }
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        switch event {
        // The request itself defines where it ends.
        case ChannelEvent.inputClosed where stage != .awaitingHead: break
        case ChannelEvent.inputClosed: context.close(promise: nil)
        default: context.fireUserInboundEventTriggered(event)
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        guard stage == .awaitingHead else {
            context.close(promise: nil)
            return
        }
        stage = .done
        context.finish(with: ProxyAnswer.badRequest("This is not a valid HTTP request."))
    }

    private func begin(_ head: HTTPRequestHead, _ context: ChannelHandlerContext) {
        deadline?.cancel()
        let destination: NetworkDestination
        let upstreamHead: HTTPRequestHead
        do throws(InvalidValue) {
            (destination, upstreamHead) = try Self.target(of: head)
        } catch {
            stage = .done
            return context.finish(with: ProxyAnswer.badRequest("The address \(error.detail)."))
        }
        stage = .connecting
        waiting = [.head(upstreamHead)]
        let channel = context.channel
        proxy.connect(channel, to: destination) { [self] result in
            switch result {
            case .failure(let error):
                stage = .done
                context.finish(with: ProxyAnswer.failure(error, of: destination))
            case .success(let upstream):
                try upstream.pipeline.syncOperations.addHandler(HTTPRequestEncoder())
                try Relay.join(channel, upstream)
                send(context)
            }
        }
    }

    private func send(_ context: ChannelHandlerContext) {
        stage = .sending
        for part in waiting {
            if case .end = part { stage = .done }
            context.fireChannelRead(Self.wrapInboundOut(part))
        }
        waiting = []
        context.fireChannelReadComplete()
    }

    /// The destination of a request, and the head to send there: with the path only, and with the host that was
    /// checked.
    private static func target(
        of head: HTTPRequestHead
    ) throws(InvalidValue) -> (NetworkDestination, HTTPRequestHead) {
        guard head.uri.lowercased().hasPrefix(scheme) else {
            throw InvalidValue("must be a whole one with http://; for https use CONNECT")
        }
        let rest = head.uri.dropFirst(scheme.count)
        let authority = rest.prefix { !"/?#".contains($0) }
        guard !authority.contains("@") else { throw InvalidValue("must not have a name and password") }
        let destination = try NetworkDestination(authority: authority, defaultPort: 80)
        let path = rest.dropFirst(authority.count)
        var headers = head.headers
        let named = headers["connection"].flatMap { $0.split(separator: ",") }.map { String($0).trimmed }
        for name in dropped + named { headers.remove(name: name) }
        headers.add(name: "Host", value: String(authority))
        headers.add(name: "Connection", value: "close")
        let uri = path.hasPrefix("/") ? String(path) : "/" + path
        return (destination, HTTPRequestHead(version: .http1_1, method: head.method, uri: uri, headers: headers))
    }
}
