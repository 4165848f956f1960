import Domain
import NIOCore
import RunnerLink
import Storage

/// The state of an open page: pages in the same state get the same part next.
struct LivePageState: Hashable, Sendable {
    let session: SessionID
    let organization: OrganizationID
    let reader: SessionReader
    /// The last message that the page shows; `nil` for a page that doesn't show the end of the transcript.
    let shown: Int?
}

/// The changing parts of a session's page, as they are sent.
struct LivePart: Sendable {
    let session: Session
    /// The number of the last event that they include.
    let position: Int
    /// The last message that the page shows after them.
    let shown: Int?
    /// The people who see actions that others don't.
    let authors: Set<UserID>
    let bytes: ByteBuffer
}

/// Reads and renders the changing parts of a session's page.
struct LivePartRenderer: Sendable {
    let store: DataStore
    let models: [ModelChoice]
    let runners: (any RunnerGateway)?
    let clock: Clock

    /// - Throws: `DomainError.notFound` for a session that was deleted.
    func part(after state: LivePageState) async throws -> LivePart {
        // No message is before the first.
        let place = TranscriptPosition(before: state.shown == nil ? 1 : nil, after: state.shown)
        let excerpt = try await store.sessions.excerpt(
            place.range, of: state.session, in: state.organization, limit: TranscriptView.pageSize,
            context: TranscriptView.context)
        let content = SessionContent(
            excerpt, place, for: state.reader, models: models,
            wait: excerpt.run?.wait(for: runners, in: state.organization), form: nil, now: clock.now())
        let html = PageTemplates.render("session-parts", content)
        var json = JSONWriter()
        json.object { json in
            if let shown = state.shown { json.field("after", shown) }
            json.field("html", html)
        }
        let session = excerpt.session
        return LivePart(
            session: session, position: excerpt.position,
            // The script fetches what is missing between two parts.
            shown: state.shown == nil
                ? nil : max(content.transcript.last, excerpt.messages.hasMore ? session.messageCount : 0),
            authors: Set(excerpt.queued.compactMap(\.author?.id) + [session.author.id]),
            bytes: EventText.page(json.bytes))
    }
}
