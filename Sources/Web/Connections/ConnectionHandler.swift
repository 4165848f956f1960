import CoreMetrics
import Logging
import NIOCore
import NIOHTTP1
import NIOSSL

/// Enforces the rules of one connection: it refuses invalid requests, holds clients to their deadlines, and closes the
/// connection in a way that lets the last response arrive.
///
/// It is next to the parser in the pipeline. It passes only whole heads and their bodies on to the framework, which
/// returns a response for each head, in the same order.
final class ConnectionHandler: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias InboundOut = HTTPServerRequestPart
    typealias OutboundIn = HTTPServerResponsePart
    typealias OutboundOut = HTTPServerResponsePart

    enum Phase {
        case open
        /// The last response is being sent.
        case closing
        /// Everything is sent, and the client has until then to close.
        case draining(until: NIODeadline)
    }

    let connection: OpenConnection
    let registry: ConnectionRegistry
    let logger: Logger
    var phase = Phase.open
    /// The first is being answered, the last is being read.
    var requests = CircularBuffer<PendingRequest>()
    /// The response after those to all requests; once it is set, nothing more is read.
    var refusal: Problem?
    /// The parser failed, the body was late or the connection broke: further input has no meaning.
    var hasInputFailed = false
    var isInputClosed = false
    var isQuiescing = false
    var idleDeadline = NIODeadline.distantFuture
    /// Completes when the last response has been handed to the system.
    var lastAnswer: EventLoopFuture<Void>?
    var timer: (scheduled: Scheduled<Void>, deadline: NIODeadline)?
    private var isCounted = false
    /// Whether the next end of a request is dropped, since its head was answered here and not passed on.
    private var skipsEnd = false
    private var isReadPaused = false
    private var wantsRead = false

    init(_ connection: OpenConnection, in registry: ConnectionRegistry, logger: Logger) {
        self.connection = connection
        self.registry = registry
        self.logger = logger
    }

    var rules: ConnectionRules { registry.rules }

    func channelActive(context: ChannelHandlerContext) {
        idle(for: rules.headTime, context)
        context.fireChannelActive()
    }

    func channelInactive(context: ChannelHandlerContext) {
        timer?.scheduled.cancel()
        if let last = requests.last, !last.isComplete, !hasInputFailed {
            failInput(.cut, context)  // the error middleware counts it as abandoned
        } else if requests.last?.isComplete ?? false {
            registry.metrics.abandonedRequests.increment()
        }
        requests.removeAll()
        count()
        context.fireChannelInactive()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard case .open = phase, refusal == nil, !hasInputFailed else { return }
        switch unwrapInboundIn(data) {
        case .head(let head):
            guard accept(head, context) else { return }
        case .body(let buffer):
            guard !requests.isEmpty else { return }
            requests[requests.index(before: requests.endIndex)].received += buffer.readableBytes
        case .end:
            guard !skipsEnd, !requests.isEmpty else {
                skipsEnd = false
                return
            }
            requests[requests.index(before: requests.endIndex)].isComplete = true
        }
        count()
        context.fireChannelRead(data)
    }

    private func accept(_ head: HTTPRequestHead, _ context: ChannelHandlerContext) -> Bool {
        if let refusal = RequestRules.refusal(of: head) {
            registry.metrics.malformedRequests.increment()
            refuse(refusal, context)
            return false
        }
        let request = PendingRequest(head, at: .now())
        if requests.isEmpty, request.hasNoBody, RequestRules.asksIfAlive(head) {
            answerLivenessProbe(to: head, request, context)
            return false
        }
        // Of several requests on one connection, only the first counts as under way.
        guard !requests.isEmpty || !registry.isOverloaded else {
            shed(request, context)
            return false
        }
        requests.append(request)
        connection.beBusy()
        watchTime(context)
        return true
    }

    /// Answers at once, on the event loop: a task of the service would wait behind those of all requests under way.
    private func answerLivenessProbe(
        to head: HTTPRequestHead, _ request: PendingRequest, _ context: ChannelHandlerContext
    ) {
        let isLast = request.isLast || isQuiescing
        skipsEnd = true
        send(.alive(head, isLast: isLast), context, isLast: isLast)
        if !isLast { idle(for: rules.idleTime, context) }
    }

    /// Answers at once, on the event loop: an overloaded server can't afford to involve the rest of the service.
    private func shed(_ request: PendingRequest, _ context: ChannelHandlerContext) {
        registry.metrics.shedRequests.increment()
        guard !request.isLast, !isQuiescing, request.hasNoBody else {
            return refuse(Refusal.overloaded, context)
        }
        skipsEnd = true
        send(Refusal.overloaded.message(isLast: false), context, isLast: false)
        isReadPaused = true
        // By chance, since clients that were refused together would otherwise come back together, and hold up an event loop.
        let pause = rules.shedPause + .nanoseconds(.random(in: 0...rules.shedPause.nanoseconds))
        context.eventLoop.assumeIsolated().scheduleTask(in: pause) { [self] in
            isReadPaused = false
            if wantsRead { context.read() }
            wantsRead = false
        }
    }

    func read(context: ChannelHandlerContext) {
        if isReadPaused { wantsRead = true } else { context.read() }
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        if case .draining = phase { context.read() }
        context.fireChannelReadComplete()
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        if error is NIOSSLError || error is BoringSSLError { return noteFailure(ofTLS: error) }
        guard case .open = phase, refusal == nil, !hasInputFailed else { return }
        let isBodyBroken = requests.last.map { !$0.isComplete } ?? false
        switch error as? HTTPParserError {
        case nil:
            if isBodyBroken { failInput(.cut, context) } else { context.fireErrorCaught(error) }
        case .invalidEOFState where isBodyBroken:
            failInput(.cut, context)
        case .invalidEOFState:
            hasInputFailed = true
        case _ where isBodyBroken:
            registry.metrics.malformedRequests.increment()
            failInput(.malformed, context)
        case .headerOverflow:
            registry.metrics.malformedRequests.increment()
            refuse(Refusal.headTooLarge, context)
        default:
            registry.metrics.malformedRequests.increment()
            refuse(Refusal.malformed("This is not a valid HTTP request."), context)
        }
    }

    /// TLS closes the connection itself, or tells next that the client sends no more. A client that closes without
    /// TLS's goodbye is as well understood as one on plain HTTP: the end of a message is in the message.
    private func noteFailure(ofTLS error: any Error) {
        logger.debug("TLS failed", metadata: ["error": "\(error)"])
    }

    /// Ends the body of the last request with an error; the service responds, and the connection closes.
    func failInput(_ error: BodyError, _ context: ChannelHandlerContext) {
        hasInputFailed = true
        requests[requests.index(before: requests.endIndex)].isLast = true
        context.fireErrorCaught(error)
    }

    /// Updates the number of requests under way.
    func count() {
        let isUnderWay = requests.first.map { $0.isComplete && !$0.isAnswering } ?? false
        guard isUnderWay != isCounted else { return }
        isCounted = isUnderWay
        if isUnderWay { registry.requestBegan() } else { registry.requestEnded() }
    }
}
