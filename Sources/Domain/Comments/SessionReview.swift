/// What a session changed, and what people say about it.
package struct SessionReview: Sendable {
    package let session: Session
    package let changes: SessionChanges
    /// Tells these changes from all others.
    package let version: String
    /// The comments of everybody that are not sent.
    package let drafts: [DiffComment]

    package init(session: Session, changes: SessionChanges, version: String, drafts: [DiffComment]) {
        self.session = session
        self.changes = changes
        self.version = version
        self.drafts = drafts
    }
}

extension DomainError {
    package static let noChanges = DomainError.notFound("No changes of this session are known here.")
}
