import Domain

/// Renders the changing parts of open session pages, once for all pages in the same state, however many people watch a
/// session.
actor LivePages {
    private struct Key: Hashable {
        let session: SessionID
        let reader: SessionReader
    }

    private struct Entry {
        let state: LivePageState
        let part: Task<LivePart, any Error>
        /// The number of an event that was in the log before the part was read.
        let position: Int
        let begun = ContinuousClock.now
    }

    private static let capacity = 100
    /// A part has times in words, such as "2 minutes ago".
    private static let lifetime: Duration = .seconds(1)

    private let renderer: LivePartRenderer
    /// The latest part for each session and reader, finished or not.
    private var latest = OldestFirst<Key, Entry>(capacity: LivePages.capacity)

    init(_ renderer: LivePartRenderer) {
        self.renderer = renderer
    }

    /// The part that a page gets next.
    ///
    /// - Parameter position: the number of an event that the part must include.
    func part(after state: LivePageState, including position: Int) async throws -> LivePart {
        let key = Key(session: state.session, reader: state.reader)
        var tried: Task<LivePart, any Error>?
        while let entry = latest[key], entry.state == state, entry.part != tried, entry.begun + Self.lifetime > .now {
            if entry.position >= position { return try await entry.part.value }
            // It may have been read after the event all the same.
            if let part = try? await entry.part.value, part.position >= position { return part }
            tried = entry.part
        }
        let renderer = renderer
        let part = Task { try await renderer.part(after: state) }
        latest[key] = Entry(state: state, part: part, position: position)
        return try await part.value
    }
}
