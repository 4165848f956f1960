/// A session's changes with the comments on them.
package struct SessionReview: Sendable {
    package let session: Session
    package let changes: SessionChanges
    /// Identifies this state of the changes.
    package let version: String
    /// The unsent comments of all members.
    package let drafts: [DiffComment]

    package init(session: Session, changes: SessionChanges, version: String, drafts: [DiffComment]) {
        self.session = session
        self.changes = changes
        self.version = version
        self.drafts = drafts
    }
}

extension DomainError {
    package static let noChanges = DomainError.notFound("This session has no changes yet.")
}
