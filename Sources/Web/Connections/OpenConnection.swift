import Domain
import NIOCore
import Synchronization

/// A connection that was accepted, as far as others than its own event loop have to do with it.
final class OpenConnection: Sendable {
    let channel: any Channel
    let network: IPAddress?
    /// The clock's nanoseconds since when no request was under way; 0 while one is.
    private let idleStart = Atomic<UInt64>(0)

    init(_ channel: any Channel, network: IPAddress?) {
        self.channel = channel
        self.network = network
    }

    var idleSince: NIODeadline? {
        let start = idleStart.load(ordering: .relaxed)
        return start == 0 ? nil : .uptimeNanoseconds(start)
    }

    func beIdle(since now: NIODeadline) {
        idleStart.store(now.uptimeNanoseconds, ordering: .relaxed)
    }

    func beBusy() {
        idleStart.store(0, ordering: .relaxed)
    }

    /// Tells the connection's handler.
    func send(_ signal: ConnectionSignal) {
        channel.pipeline.fireUserInboundEventTriggered(signal)
    }
}

/// What a connection's handler is told from outside of its event loop.
enum ConnectionSignal: Sendable {
    /// Close if no request is under way: another client needs the place.
    case makeRoom
    /// Close without waiting for anybody.
    case cut
    /// The body is going to be read: a client that asked whether to send it is told so.
    case bodyWanted
}
