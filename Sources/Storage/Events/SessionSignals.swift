import Domain
import Synchronization

/// Notifies listeners that a session has changed, as `ChangeSignal` does of any change. The work that a change causes is
/// then the same with one agent and with a thousand.
final class SessionSignals: Sendable {
    private struct State {
        var listeners: [SessionID: [Int: AsyncStream<Void>.Continuation]] = [:]
        var nextListener = 0
    }

    private let state = Mutex(State())

    /// Notifies the listeners of these sessions.
    func signal(_ sessions: Set<SessionID>) {
        let listeners = state.withLock { state in
            sessions.flatMap { state.listeners[$0].map { Array($0.values) } ?? [] }
        }
        for listener in listeners { listener.yield() }
    }

    /// The signals of a session from now on, for one listener. Cancelling its iteration removes the listener.
    func signals(of session: SessionID) -> AsyncStream<Void> {
        let (signals, continuation) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        let listener = state.withLock { state in
            defer { state.nextListener += 1 }
            state.listeners[session, default: [:]][state.nextListener] = continuation
            return state.nextListener
        }
        continuation.onTermination = { [weak self] _ in
            self?.state.withLock { state in
                state.listeners[session]?[listener] = nil
                if state.listeners[session]?.isEmpty == true { state.listeners[session] = nil }
            }
        }
        return signals
    }

    /// How many sessions have listeners.
    var count: Int { state.withLock { $0.listeners.count } }
}
