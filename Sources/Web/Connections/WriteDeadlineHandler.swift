import CoreMetrics
import NIOCore

/// Closes a connection whose client doesn't read its response: the deadline passes only while nothing gets through.
final class WriteDeadlineHandler: ChannelOutboundHandler, RemovableChannelHandler {
    typealias OutboundIn = IOData
    typealias OutboundOut = IOData

    /// How many bytes must get through in the time, unless fewer are waiting. Any client that reads accepts more.
    private static let leastProgress: UInt64 = 4096
    private static let looksInTime: Int64 = 4

    private let registry: ConnectionRegistry
    private var queued: UInt64 = 0
    private var sent: UInt64 = 0
    private var progressAt = NIODeadline.now()
    private var isWatching = false

    init(_ registry: ConnectionRegistry) {
        self.registry = registry
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        queued += UInt64(unwrapOutboundIn(data).readableBytes)
        context.write(data, promise: promise)
    }

    func flush(context: ChannelHandlerContext) {
        context.flush()
        guard !isWatching, let waiting = waiting(context), waiting > 0 else { return }
        isWatching = true
        progressAt = .now()
        sent = queued - waiting
        lookLater(context)
    }

    private func lookLater(_ context: ChannelHandlerContext) {
        let time = registry.rules.writeTime.nanoseconds / Self.looksInTime
        context.eventLoop.assumeIsolated().scheduleTask(in: .nanoseconds(time)) { [self] in look(context) }
    }

    private func look(_ context: ChannelHandlerContext) {
        guard let waiting = waiting(context), waiting > 0 else {
            isWatching = false
            return
        }
        let now = NIODeadline.now()
        if queued - waiting >= sent + Self.leastProgress {
            sent = queued - waiting
            progressAt = now
        }
        guard now - progressAt >= registry.rules.writeTime else { return lookLater(context) }
        registry.metrics.slowReaders.increment()
        context.close(promise: nil)
    }

    /// The bytes that the system hasn't accepted yet; `nil` once the connection is closed.
    private func waiting(_ context: ChannelHandlerContext) -> UInt64? {
        guard context.channel.isActive else { return nil }
        return (try? context.channel.syncOptions?.getOption(.bufferedWritableBytes)).map { UInt64($0) }
    }
}
