import CoreMetrics
import NIOCore

extension ConnectionHandler {
    func idle(for time: TimeAmount, _ context: ChannelHandlerContext) {
        let now = NIODeadline.now()
        connection.beIdle(since: now)
        idleDeadline = now + time
        watchTime(context)
    }

    /// When the client will have taken too long; `nil` while the server doesn't wait for the client.
    private var deadline: NIODeadline? {
        switch phase {
        case .draining(let end): return end
        case .closing: return nil
        case .open:
            guard let last = requests.last else { return idleDeadline }
            if last.isComplete || hasInputFailed { return nil }
            return rules.bodyDeadline(startedAt: last.startedAt, received: last.received)
        }
    }

    /// Checks again at the deadline. A timer that fires too early is left in place: it then finds the later deadline,
    /// and most deadlines never pass.
    func watchTime(_ context: ChannelHandlerContext) {
        guard let deadline else { return }
        if let timer {
            if timer.deadline <= deadline { return }
            timer.scheduled.cancel()
        }
        let scheduled = context.eventLoop.assumeIsolated().scheduleTask(deadline: deadline) { [self] in
            timer = nil
            lookAtTime(context)
        }
        timer = (scheduled, deadline)
    }

    private func lookAtTime(_ context: ChannelHandlerContext) {
        guard let deadline, deadline <= .now() else { return watchTime(context) }
        if case .open = phase, !requests.isEmpty {
            registry.metrics.slowBodies.increment()
            failInput(.late, context)
        } else {
            context.close(promise: nil)
        }
    }
}
