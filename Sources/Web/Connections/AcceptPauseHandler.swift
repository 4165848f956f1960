import CoreMetrics
package import Logging
package import NIOCore

/// Pauses a listening socket when a connection can't be accepted because too many files are open: the system keeps
/// reporting that a connection is waiting, and retrying at once would keep a core busy.
package final class AcceptPauseHandler: ChannelInboundHandler, RemovableChannelHandler {
    package typealias InboundIn = any Channel

    private let registry: ConnectionRegistry
    private let logger: Logger
    private var isPaused = false
    private var lastFailure = NIODeadline.uptimeNanoseconds(0)

    /// Failures within this time of each other are one episode, for which one line is logged.
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
            logger.error("connections can't be accepted for now", metadata: ["error": "\(error)"])
        }
        lastFailure = now
        // A read that was requested meanwhile has made the socket active again: only a change of the option stops it.
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
        // This fails for a closed socket, which doesn't read any more anyway.
        try? context.channel.syncOptions?.setOption(.autoRead, value: isOn)
    }
}
