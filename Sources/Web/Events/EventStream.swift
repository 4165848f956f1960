import Domain
import Hummingbird
import NIOCore
import Synchronization

/// A client that follows events, for as long as it is connected.
final class EventStream: Sendable {
    private struct State {
        var isEnded = false
        var writingSince: ContinuousClock.Instant?
        var lastWrite = ContinuousClock.now
    }

    let scope: EventScope
    let access: StandingAccess
    /// Says "look" to the task that serves the client, and is over when that has to end.
    let signals: AsyncStream<Void>
    private let signaller: AsyncStream<Void>.Continuation
    private let state = Mutex(State())
    private let disconnect: @Sendable () -> Void

    /// - Parameter disconnect: closes the connection without waiting for the client.
    init(of scope: EventScope, access: StandingAccess, disconnect: @escaping @Sendable () -> Void) {
        self.scope = scope
        self.access = access
        self.disconnect = disconnect
        (signals, signaller) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    }

    var isEnded: Bool { state.withLock(\.isEnded) }

    func wake() {
        signaller.yield()
    }

    func end() {
        state.withLock { $0.isEnded = true }
        signaller.finish()
    }

    /// Sends, and waits while the client takes nothing.
    func write(_ buffers: [ByteBuffer], to writer: inout any ResponseBodyWriter) async throws {
        state.withLock { $0.writingSince = .now }
        defer {
            state.withLock { state in
                state.writingSince = nil
                state.lastWrite = .now
            }
        }
        try await writer.write(contentsOf: buffers)
    }

    func isSilent(for duration: Duration) -> Bool {
        state.withLock { .now - $0.lastWrite >= duration }
    }

    /// Ends when its time is up, and is cut off when the client doesn't take what is sent.
    func lookAfter(_ timing: EventTiming, at now: Timestamp) {
        if let expiresAt = access.expiresAt, expiresAt <= now { end() }
        let (isEnded, writingFor) = state.withLock { ($0.isEnded, $0.writingSince.map { .now - $0 }) }
        if let writingFor {
            if writingFor >= (isEnded ? timing.tick : timing.writeLimit) { disconnect() }
        } else if isSilent(for: timing.keepAlive) {
            wake()
        }
    }
}
