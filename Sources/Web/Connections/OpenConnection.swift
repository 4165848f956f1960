import Domain
import NIOCore
import Synchronization

/// An accepted connection, as far as code outside its event loop needs it.
final class OpenConnection: Sendable {
    let channel: any Channel
    let network: IPAddress?
    /// The monotonic clock's nanoseconds since when no request has been under way; 0 while one is.
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

    /// Sends a signal to the connection's handler.
    func send(_ signal: ConnectionSignal) {
        channel.pipeline.fireUserInboundEventTriggered(signal)
    }
}

/// A signal to a connection's handler from outside its event loop.
enum ConnectionSignal: Sendable {
    /// Close if no request is under way, to make room for another client.
    case makeRoom
    /// Close at once.
    case cut
    /// The service is about to read the body: a client that sent `Expect: 100-continue` may send it now.
    case bodyWanted
}
