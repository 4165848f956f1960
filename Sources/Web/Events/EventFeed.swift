import Domain
package import Logging
import Storage
import Synchronization

/// Delivers the log's new entries to all open streams. They are read and encoded once, however many streams there are;
/// a stream that is further behind than the shared tail reads on from the log by itself.
package final class EventFeed: Sendable {
    private struct State {
        var isShut = false
        /// How far the log has been read for all audiences.
        var position = 0
        var audiences: [OrganizationID: EventAudience] = [:]
    }

    let timing: EventTiming
    private let store: DataStore
    private let clock: Clock
    private let state = Mutex(State())
    private let signals: AsyncStream<Void>
    private let endedAccess: AsyncStream<Void>

    init(store: DataStore, clock: Clock, timing: EventTiming) {
        self.store = store
        self.clock = clock
        self.timing = timing
        signals = store.events.changeSignal.signals()
        endedAccess = store.endedAccess.signals()
    }

    package var streamCount: Int { state.withLock { $0.audiences.values.reduce(0) { $0 + $1.count } } }

    /// Runs until the task is cancelled. Without it, streams receive no events.
    package func run(logger: Logger) async {
        await withDiscardingTaskGroup { group in
            group.addTask { await self.follow(logger) }
            group.addTask { await self.watchAccess(logger) }
            group.addTask { await self.keepTime() }
        }
    }

    /// Ends all streams, and every stream that is opened from now on.
    package func shutDown() {
        state.withLock { $0.isShut = true }
        for stream in streams { stream.end() }
    }

    /// - Parameter start: where the stream begins, and the end of the log at that time.
    func join(_ stream: EventStream, at start: EventStart) {
        let organization = stream.scope.organization
        let (isShut, isFirst) = state.withLock { state in
            if state.audiences.isEmpty { state.position = max(state.position, start.end) }
            let isFirst = state.audiences[organization] == nil
            var audience = state.audiences[organization] ?? EventAudience(at: state.position)
            audience.join(stream, at: start.position)
            state.audiences[organization] = audience
            return (state.isShut, isFirst)
        }
        // The last signal may have come while the organization had no streams.
        if isFirst { store.events.changeSignal.signal() }
        isShut ? stream.end() : stream.wake()
    }

    func leave(_ stream: EventStream) {
        let organization = stream.scope.organization
        state.withLock { state in
            state.audiences[organization]?.leave(stream)
            if state.audiences[organization]?.isEmpty == true { state.audiences[organization] = nil }
        }
    }

    func next(for stream: EventStream) -> EventAudience.Next {
        state.withLock { $0.audiences[stream.scope.organization]?.next(for: stream) } ?? .wait
    }

    /// Records that a stream has sent everything up to a position, from the log.
    func advance(_ stream: EventStream, to position: Int) {
        state.withLock { $0.audiences[stream.scope.organization]?.advance(stream, to: position) }
    }

    private var streams: [EventStream] { state.withLock { $0.audiences.values.flatMap(\.streams) } }

    private func follow(_ logger: Logger) async {
        for await _ in signals {
            do {
                while try await readOn() {}
            } catch {
                logger.error("the event log cannot be read", metadata: ["error": "\(error)"])
                try? await Task.sleep(for: .seconds(1))
                store.events.changeSignal.signal()
            }
        }
    }

    /// - Returns: whether there may be more to read.
    private func readOn() async throws -> Bool {
        let (position, organizations) = state.withLock { ($0.position, Set($0.audiences.keys)) }
        guard !organizations.isEmpty else { return false }
        let batch = try await store.events.events(after: position, of: organizations, at: clock.now())
        let events = Dictionary(grouping: batch.events.map(EncodedEvent.init), by: \.scope.organization)
        let awakened: [EventStream]? = state.withLock { state in
            // Meanwhile, the audiences may have been replaced by others, which began at another position.
            guard state.position == position else { return nil }
            state.position = batch.end
            return state.audiences.keys.flatMap { organization -> [EventStream] in
                guard organizations.contains(organization) else {
                    state.audiences[organization]?.restart(at: batch.end)
                    return state.audiences[organization].map { Array($0.streams) } ?? []
                }
                return state.audiences[organization]?.publish(events[organization] ?? [], upTo: batch.end) ?? []
            }
        }
        for stream in awakened ?? [] { stream.wake() }
        return batch.hasMore || awakened == nil
    }

    /// Ends the streams of callers who have lost their access.
    private func watchAccess(_ logger: Logger) async {
        for await _ in endedAccess {
            for (credential, streams) in Dictionary(grouping: streams, by: \.credential) {
                do {
                    if try await credential.isValid(in: store, at: clock.now()) { continue }
                } catch {
                    logger.error("a user's access can't be checked", metadata: ["error": "\(error)"])
                }
                for stream in streams { stream.end() }
            }
        }
    }

    private func keepTime() async {
        while (try? await Task.sleep(for: timing.tick)) != nil {
            let now = clock.now()
            for stream in streams { stream.maintain(timing, at: now) }
        }
    }
}
