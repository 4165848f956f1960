import Domain
import Storage
import Threads

/// People's comments on a session's changes, checked against the patch of the changes.
struct CommentService: Sendable {
    let store: DataStore
    let clock: Clock

    /// The draft of a comment with a quote of its lines, or the reason why the comment isn't possible.
    func draft(
        _ comment: NewComment, on id: SessionID, of organization: OrganizationID
    ) async throws -> Result<CommentDraft, DomainError> {
        do {
            let review = try await store.sessions.review(of: id, in: organization)
            guard comment.version ?? review.version == review.version else { return .failure(.otherChanges) }
            return await review.changes.readingPatch { patch in
                Result { () throws(DomainError) in
                    CommentDraft(
                        place: comment.place, quote: try patch.quote(at: comment.place), body: comment.body,
                        version: review.version)
                }
            }
        } catch let error as DomainError {
            return .failure(error)
        }
    }

    /// The unsent comments whose lines have changed since. The patch is read only for comments made on another version
    /// of it.
    func outdated(
        among comments: [DiffComment], at version: String?, on id: SessionID, of organization: OrganizationID
    ) async throws -> Set<CommentID> {
        let drafts = comments.filter { $0.sending == nil && $0.version != version }
        guard !drafts.isEmpty else { return [] }
        let changes = try await store.sessions.review(of: id, in: organization).changes
        return await changes.readingPatch { $0.outdated(among: drafts) }
    }

    /// Sends a person's unsent comments as one message.
    func send(
        saying message: String?, on id: SessionID, of organization: OrganizationID, by user: UserID,
        once: IdempotentRequest<AppendedMessages>?
    ) async throws -> IdempotentResult<AppendedMessages> {
        let (comments, version) = try await store.sessions.comments(of: id, in: organization)
        let own = comments.filter { $0.author.id == user }
        return try await store.sessions.sendComments(
            saying: message, outdated: try await outdated(among: own, at: version, on: id, of: organization), on: id,
            of: organization, by: user, at: clock.now(), once: once)
    }
}

extension SessionChanges {
    private static let patchReaders = WorkerThreads(count: 2)

    /// Parses the patch, which may be long, and passes it to `work`, on separate threads, so that no other request has to
    /// wait.
    func readingPatch<Value: Sendable>(_ work: @escaping @Sendable (DiffPatch) -> Value) async -> Value {
        await Self.patchReaders.run { work(DiffPatch(self)) }
    }
}
