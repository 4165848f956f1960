import Logging
import NIOCore
import NIOHTTP1

extension ConnectionHandler {
    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        guard case .open = phase else { return promise?.fail(ChannelError.ioOnClosedChannel) ?? () }
        switch unwrapOutboundIn(data) {
        case .head(let head) where head.status.code < 200:
            context.write(data, promise: promise)
        case .head(let head):
            context.write(wrapOutboundOut(.head(begin(head))), promise: promise)
            count()
        case .body:
            context.write(data, promise: promise)
        case .end:
            end(data, context, promise)
        }
    }

    /// The head of a response as it is sent: with `Connection: close` if it is the connection's last.
    private func begin(_ head: HTTPResponseHead) -> HTTPResponseHead {
        guard !requests.isEmpty else { return head }
        var head = head
        let saysClose = head.headers[canonicalForm: "connection"].contains { $0.lowercased() == "close" }
        requests[requests.startIndex].isAnswering = true
        let request = requests[requests.startIndex]
        if request.isOldVersion { head.version = .http1_0 }
        if request.isLast || saysClose || isQuiescing || request.hasUnwantedRest {
            requests[requests.startIndex].isLast = true
            head.headers.replaceOrAdd(name: "Connection", value: "close")
        }
        return head
    }

    private func end(_ data: NIOAny, _ context: ChannelHandlerContext, _ promise: EventLoopPromise<Void>?) {
        let sent = promise ?? context.eventLoop.makePromise()
        lastAnswer = sent.futureResult
        let request = requests.popFirst()
        context.write(data, promise: sent)
        count()
        if isQuiescing || request?.isLast ?? true {
            closeAfterLastAnswer(context)
        } else if requests.isEmpty, let refusal {
            send(lastly: refusal, context)
        } else if requests.isEmpty {
            idle(for: rules.idleTime, context)
        }
    }

    /// Refuses invalid input: answers once the requests before it are answered, and closes the connection.
    func refuse(_ problem: Problem, _ context: ChannelHandlerContext) {
        logger.debug("request refused", metadata: ["detail": "\(problem.detail)"])
        refusal = problem
        if requests.isEmpty { send(lastly: problem, context) }
    }

    private func send(lastly problem: Problem, _ context: ChannelHandlerContext) {
        send(problem.message(isLast: true), context, isLast: true)
    }

    /// Sends a response of the connection's own to a request that wasn't passed on.
    func send(_ answer: ConnectionAnswer, _ context: ChannelHandlerContext, isLast: Bool) {
        let sent = context.eventLoop.makePromise(of: Void.self)
        lastAnswer = sent.futureResult
        context.write(wrapOutboundOut(.head(answer.head)), promise: nil)
        context.write(wrapOutboundOut(.body(.byteBuffer(answer.body))), promise: nil)
        context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: sent)
        if isLast { closeAfterLastAnswer(context) }
    }

    func triggerUserOutboundEvent(context: ChannelHandlerContext, event: Any, promise: EventLoopPromise<Void>?) {
        guard let signal = event as? ConnectionSignal, case .bodyWanted = signal else {
            return context.triggerUserOutboundEvent(event, promise: promise)
        }
        promise?.succeed()
        // `100 Continue` would have to follow the responses to all earlier requests.
        guard requests.count == 1, requests[requests.startIndex].takeContinue() else { return }
        context.writeAndFlush(
            wrapOutboundOut(.head(HTTPResponseHead(version: .http1_1, status: .continue))), promise: nil)
    }
}
