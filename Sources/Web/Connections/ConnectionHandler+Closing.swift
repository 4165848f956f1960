import NIOCore
import NIOHTTP1

extension ConnectionHandler {
    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        switch event {
        case is ChannelShouldQuiesceEvent:
            isQuiescing = true
            guard case .open = phase, refusal == nil, requests.isEmpty else { return }
            idle(for: rules.farewellTime, context)
        case ChannelEvent.inputClosed:
            isInputClosed = true
            context.fireUserInboundEventTriggered(event)
        case ConnectionSignal.makeRoom:
            guard case .open = phase, refusal == nil, requests.isEmpty else { return }
            context.close(promise: nil)
        case ConnectionSignal.cut:
            // Below TLS, which would first say goodbye and wait for the client.
            let socket = try? context.pipeline.syncOperations.context(handlerType: WriteDeadlineHandler.self)
            (socket ?? context).close(promise: nil)
        default:
            context.fireUserInboundEventTriggered(event)
        }
    }

    /// The framework calls this when it is done with the connection, without checking whether everything has been sent.
    func close(context: ChannelHandlerContext, mode: CloseMode, promise: EventLoopPromise<Void>?) {
        // After a body that broke off, the framework closes both directions, whether or not the response has been sent.
        let isAfterFailure = mode == .all && hasInputFailed && requests.isEmpty
        guard mode == .output || isAfterFailure else { return context.close(mode: mode, promise: promise) }
        if mode == .all { context.channel.closeFuture.cascade(to: promise) } else { promise?.succeed() }
        if case .open = phase { closeAfterLastAnswer(context) }
    }

    /// Once everything is sent, closes the sending direction and waits for the client to close.
    func closeAfterLastAnswer(_ context: ChannelHandlerContext) {
        phase = .closing
        requests.removeAll()
        count()
        let sent = lastAnswer ?? context.eventLoop.makeSucceededVoidFuture()
        sent.assumeIsolated().whenComplete { [self] _ in
            guard case .closing = phase, context.channel.isActive else { return }
            if isInputClosed { return context.close(promise: nil) }
            phase = .draining(until: .now() + rules.lingerTime)
            context.close(mode: .output, promise: nil)
            watchTime(context)
            context.read()
        }
    }
}
