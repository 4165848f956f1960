import Domain
import Hummingbird
import NIOCore
import Synchronization

/// A client that follows events, while it is connected.
final class EventStream: Sendable {
    private struct State {
        var isEnded = false
        var writingSince: ContinuousClock.Instant?
        var lastWrite = ContinuousClock.now
    }

    let scope: EventScope
    let credential: StreamCredential
    /// Yields when the task that serves the client has to check for work, and finishes when the stream has to end.
    let signals: AsyncStream<Void>
    private let signaller: AsyncStream<Void>.Continuation
    private let state = Mutex(State())
    private let disconnect: @Sendable () -> Void

    /// - Parameter disconnect: closes the connection without waiting for the client.
    init(of scope: EventScope, credential: StreamCredential, disconnect: @escaping @Sendable () -> Void) {
        self.scope = scope
        self.credential = credential
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

    /// Sends, and waits while the client doesn't read.
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

    /// Ends the stream when its access expires, disconnects a client that doesn't read, and wakes a stream that needs a
    /// keep-alive.
    func maintain(_ timing: EventTiming, at now: Timestamp) {
        if let expiresAt = credential.expiresAt, expiresAt <= now { end() }
        let (isEnded, writingFor) = state.withLock { ($0.isEnded, $0.writingSince.map { .now - $0 }) }
        if let writingFor {
            if writingFor >= (isEnded ? timing.tick : timing.writeLimit) { disconnect() }
        } else if isSilent(for: timing.keepAlive) {
            wake()
        }
    }
}
