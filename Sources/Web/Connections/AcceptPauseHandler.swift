import CoreMetrics
package import Logging
package import NIOCore

/// Lets a listening socket rest when a connection can't be accepted for want of open files: the system goes on to say
/// that there is one, and to ask again at once burns a core.
package final class AcceptPauseHandler: ChannelInboundHandler, RemovableChannelHandler {
    package typealias InboundIn = any Channel

    private let registry: ConnectionRegistry
    private let logger: Logger
    private var isPaused = false
    private var lastFailure = NIODeadline.uptimeNanoseconds(0)

    /// Failures that follow each other so closely are one, of which one line is logged.
    private static let episode = TimeAmount.seconds(10)

    package init(_ registry: ConnectionRegistry, logger: Logger) {
        self.registry = registry
        self.logger = logger
    }

    package func errorCaught(context: ChannelHandlerContext, error: any Error) {
        guard error is IOError else { return context.fireErrorCaught(error) }
        registry.metrics.acceptPauses.increment()
        let now = NIODeadline.now()
        if now - lastFailure > Self.episode {
            logger.error("connections cannot be accepted for now", metadata: ["error": "\(error)"])
        }
        lastFailure = now
        // A read that was asked for meanwhile has woken the socket again: only a change of the option quiets it.
        if isPaused { setAutomaticReading(true, context) }
        setAutomaticReading(false, context)
        guard !isPaused else { return }
        isPaused = true
        context.eventLoop.assumeIsolated().scheduleTask(in: registry.rules.acceptPause) { [self] in
            isPaused = false
            setAutomaticReading(true, context)
        }
    }

    private func setAutomaticReading(_ isOn: Bool, _ context: ChannelHandlerContext) {
        // It fails for a socket that is closed, which reads no more anyway.
        try? context.channel.syncOptions?.setOption(.autoRead, value: isOn)
    }
}
