import Domain

/// Renders the changing parts of open session pages, once for all pages in the same state, however many people watch a
/// session.
actor LivePages {
    private struct Entry {
        let part: Task<LivePart, any Error>
        /// The number of an event that was in the log before the part was read.
        let position: Int
    }

    private static let capacity = 200
    /// A part has times in words, such as "2 minutes ago".
    private static let lifetime: Duration = .seconds(1)

    private let renderer: LivePartRenderer
    /// The latest part for each state, finished or not.
    private var latest = OldestFirst<LivePageState, Entry>(capacity: LivePages.capacity)

    init(_ renderer: LivePartRenderer) {
        self.renderer = renderer
    }

    /// The part that a page gets next.
    ///
    /// - Parameter position: the number of an event that the part must include.
    func part(after state: LivePageState, including position: Int) async throws -> LivePart {
        var tried: Task<LivePart, any Error>?
        while let entry = latest[state], entry.part != tried {
            if entry.position >= position { return try await entry.part.value }
            // It may have been read after the event all the same.
            if let part = try? await entry.part.value, part.position >= position { return part }
            tried = entry.part
        }
        let renderer = renderer
        let part = Task { try await renderer.part(after: state) }
        latest[state] = Entry(part: part, position: position)
        Task {
            // A part may be long, and one that failed must not fail those that ask later.
            if case .success = await part.result { try? await Task.sleep(for: Self.lifetime) }
            if latest[state]?.part == part { latest[state] = nil }
        }
        return try await part.value
    }
}
