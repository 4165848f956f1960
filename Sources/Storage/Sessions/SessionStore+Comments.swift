package import Domain
import GRDB

/// Comments on a session's changes.
extension SessionStore {
    /// How many sent comments are returned, in addition to all unsent ones.
    private static let shownComments = 200

    /// A session's unsent comments, the latest sent ones, and the version of its changes, if there are any.
    ///
    /// - Throws: `DomainError.notFound`, `.forbidden`.
    package func comments(
        of id: SessionID, in organization: OrganizationID
    ) async throws -> (comments: [DiffComment], version: String?) {
        try await connections.read { db in
            let number = try SessionRow.number(of: id, in: organization, db)
            let version = try String.fetchOne(
                db, sql: "SELECT version FROM changes WHERE session_number = ?", arguments: [number])
            return (try Self.comments(of: number, db), version)
        }
    }

    /// A session's changes with the comments on them, in one snapshot.
    ///
    /// - Throws: `DomainError.notFound`, `.forbidden`; `.notFound` also when no changes are known.
    package func review(of id: SessionID, in organization: OrganizationID) async throws -> SessionReview {
        try await connections.read { db in
            let record = try SessionRecord.fetch(id, in: organization, db)
            guard let (changes, version) = try RunStore.changes(of: record.number, db) else {
                throw DomainError.noChanges
            }
            return SessionReview(
                session: record.session, changes: changes, version: version,
                comments: try Self.comments(of: record.number, db))
        }
    }

    /// The latest sent comments, then all unsent ones.
    private static func comments(of number: Int64, _ db: Database) throws -> [DiffComment] {
        let sent = try CommentRow.latest(of: number, limit: shownComments, db).filter { $0.sending != nil }
        return sent + (try CommentRow.drafts(of: number, db))
    }

    /// Creates a comment. Only its author may change or send it.
    ///
    /// - Parameter draft: the comment, or why the draft is invalid; that error is thrown unless the request is a
    ///   repetition.
    /// - Throws: `DomainError.notFound`, `.forbidden`; `.conflict` when there are too many unsent comments.
    package func comment(
        _ draft: Result<CommentDraft, DomainError>, on id: SessionID, of organization: OrganizationID,
        by author: Author, at time: Timestamp, once: IdempotentRequest<DiffComment>?
    ) async throws -> IdempotentResult<DiffComment> {
        try await connections.writeContent { db in
            let number = try SessionRow.number(of: id, in: organization, db)
            return try db.perform(once, at: time) {
                let draft = try draft.get()
                let comment = CommentID.random()
                try CommentRow.insert(draft, id: comment, of: number, by: author.id, at: time, db)
                let drafts = try CommentRow.drafts(of: number, db)
                try Self.check(drafts, of: author.id)
                guard let made = drafts.last(where: { $0.id == comment }) else { throw DomainError.noSuchComment }
                return made
            }
        }
    }

    /// Changes the text of a comment.
    ///
    /// - Throws: `DomainError.notFound`; `.forbidden` for anyone but its author; `.conflict` for a sent comment, and
    ///   when the unsent comments would become too long.
    package func edit(
        _ comment: CommentID, to body: String, on id: SessionID, of organization: OrganizationID, by author: UserID,
        at time: Timestamp
    ) async throws -> DiffComment {
        try await connections.writeContent { db in
            let (number, _) = try Self.draft(comment, on: id, of: organization, by: author, db)
            try CommentRow.set(body, of: comment, at: time, db)
            try Self.check(try CommentRow.drafts(of: number, db), of: author)
            guard let edited = try CommentRow.fetch(comment, of: number, db) else { throw DomainError.noSuchComment }
            return edited
        }
    }

    /// - Returns: the comment as it was.
    /// - Throws: `DomainError.notFound`; `.forbidden` for anyone but its author; `.conflict` for a sent comment.
    @discardableResult
    package func delete(
        _ comment: CommentID, on id: SessionID, of organization: OrganizationID, by author: UserID
    ) async throws -> DiffComment {
        try await connections.writeContent { db in
            let (_, draft) = try Self.draft(comment, on: id, of: organization, by: author, db)
            try CommentRow.delete(comment, db)
            return draft
        }
    }

    /// Sends all unsent comments of a person as one follow-up message. They are marked as sent in the same transaction,
    /// so that a repeated request sends nothing twice.
    ///
    /// - Parameter outdated: the comments whose lines have changed since they were written.
    /// - Throws: `DomainError.notFound`, `.forbidden`; `.conflict` when the person has no unsent comments.
    package func sendComments(
        saying message: String?, outdated: Set<CommentID>, on id: SessionID, of organization: OrganizationID,
        by author: UserID, at time: Timestamp, once: IdempotentRequest<AppendedMessages>?
    ) async throws -> IdempotentResult<AppendedMessages> {
        try await connections.writeContent { db in
            var record = try SessionRecord.fetch(id, in: organization, db)
            return try db.perform(once, at: time) {
                let drafts = try CommentRow.drafts(of: record.number, db).filter { $0.author.id == author }
                guard !drafts.isEmpty else {
                    throw DomainError.conflict("You have no unsent comments in this session.")
                }
                let line = try CommentMessage(message: message, drafts, outdated: outdated).line
                let entry = TranscriptEntry(line: line, author: author, createdAt: time)
                let appended = try append([entry], to: &record, at: time, db)
                for draft in drafts {
                    try CommentRow.markSent(draft.id, with: appended.lastSequence, at: time, db)
                }
                return appended
            }
        }
    }

    /// - Returns: the session's number and the draft.
    /// - Throws: `DomainError.notFound`; `.forbidden` for anyone but the author; `.conflict` for a sent comment.
    private static func draft(
        _ comment: CommentID, on id: SessionID, of organization: OrganizationID, by author: UserID, _ db: Database
    ) throws -> (number: Int64, draft: DiffComment) {
        let number = try SessionRow.number(of: id, in: organization, db)
        guard let draft = try CommentRow.fetch(comment, of: number, db) else { throw DomainError.noSuchComment }
        guard draft.author.id == author else {
            throw DomainError.forbidden("Only the author of a comment may change, delete or send it.")
        }
        guard draft.sending == nil else {
            throw DomainError.conflict("The comment was already sent to the agent. Write a new one.")
        }
        return (number, draft)
    }

    /// - Throws: `DomainError.conflict` when the unsent comments exceed `CommentLimits`.
    private static func check(_ drafts: [DiffComment], of author: UserID) throws {
        let own = drafts.filter { $0.author.id == author }
        guard own.count <= CommentLimits.draftsOfPerson else {
            throw DomainError.conflict(
                "You have \(CommentLimits.draftsOfPerson) unsent comments in this session, which is the limit. "
                    + "Send or delete some first.")
        }
        guard drafts.count <= CommentLimits.drafts else {
            throw DomainError.conflict(
                "The session has \(CommentLimits.drafts) unsent comments, which is the limit. "
                    + "Some must be sent or deleted first.")
        }
        let length = CommentMessage(message: nil, own).text.unicodeScalars.count
        guard length <= CommentLimits.textOfPerson else {
            throw DomainError.conflict(
                "Your unsent comments are as long as a message to the agent can be. Send or delete some first.")
        }
    }
}

extension DomainError {
    fileprivate static let noSuchComment = DomainError.notFound("The session has no such comment.")
}
