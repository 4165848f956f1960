import Domain
import NIOCore
import Storage
import Synchronization

/// Sends an open page its changing parts instead of the events about them, at most 20 times a second.
final class LivePagePresenter: EventPresenter {
    private struct State {
        var shown: Int?
        /// The number of the last event that the parts so far include.
        var position = 0
        /// The time slot of the last part.
        var slot = -1
        /// The session as the page shows it, if that isn't recorded yet.
        var unmarked: Session?
        var isMarking = false
    }

    /// Pages send in the same slots, so that they stay in the same state and share their parts.
    private static let slot: Duration = .milliseconds(50)
    private static let start = ContinuousClock.now

    private let session: SessionID
    private let organization: OrganizationID
    private let browser: BrowserSession
    private let store: DataStore
    private let pages: LivePages
    private let clock: Clock
    private let state: Mutex<State>

    /// - Parameter shown: the last message that the page shows; `nil` unless it shows the end of the transcript.
    init(of session: SessionID, for person: Colleague, showing shown: Int?, _ services: Services) {
        self.session = session
        organization = person.organization
        browser = person.browser
        store = services.store
        pages = services.livePages
        clock = services.clock
        state = Mutex(State(shown: shown))
    }

    func bytes(for events: [EncodedEvent]) async throws -> [ByteBuffer] {
        let passed = events.filter { $0.type == .messageWithdrawn || $0.endsSession }.map(\.bytes)
        guard let last = events.last, !events.contains(where: \.endsSession),
            state.withLock({ $0.position < last.number })
        else { return passed }
        try await awaitSlot()
        do {
            guard let part = try await part(including: last.number) else { return passed }
            state.withLock { ($0.shown, $0.position) = (part.shown, part.position) }
            markSeen(part.session)
            return passed + [EventText.position(last.number), part.bytes]
        } catch let error as DomainError where error.code == .notFound {
            // The event of the deletion follows.
            return passed
        }
    }

    /// - Returns: `nil` for a person who has lost their access: the stream ends soon.
    private func part(including position: Int) async throws -> LivePart? {
        guard let current = try await store.browserSessions.find(browser.id, at: clock.now()),
            let role = current.role(in: organization)
        else { return nil }
        let anybody = try await part(for: SessionReader(role: role, user: nil), including: position)
        guard role != .owner, anybody.authors.contains(browser.user.id) else { return anybody }
        return try await part(for: SessionReader(role: role, user: browser.user.id), including: position)
    }

    private func part(for reader: SessionReader, including position: Int) async throws -> LivePart {
        let shown = state.withLock(\.shown)
        return try await pages.part(
            after: LivePageState(session: session, organization: organization, reader: reader, shown: shown),
            including: position)
    }

    /// Returns at once in a later slot than that of the last part, otherwise when the next slot begins.
    private func awaitSlot() async throws {
        let elapsed = ContinuousClock.now - Self.start
        let current = Int(elapsed / Self.slot)
        let slot = state.withLock { state in
            state.slot = max(current, state.slot + 1)
            return state.slot
        }
        if slot > current { try await Task.sleep(for: Self.slot * slot - elapsed) }
    }

    /// Records what the person has seen, at most once a second.
    private func markSeen(_ session: Session) {
        let mustStart = state.withLock { state in
            state.unmarked = session
            defer { state.isMarking = true }
            return !state.isMarking
        }
        guard mustStart else { return }
        Task {
            while let session = takeUnmarked() {
                // A page is shown even if this can't be stored.
                try? await store.sessions.markSeen(session, by: browser.user.id)
                try? await Task.sleep(for: .seconds(1))
            }
        }
    }

    private func takeUnmarked() -> Session? {
        state.withLock { state in
            defer { state.unmarked = nil }
            if state.unmarked == nil { state.isMarking = false }
            return state.unmarked
        }
    }
}
