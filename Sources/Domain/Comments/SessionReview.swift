/// A session's changes with the comments on them.
package struct SessionReview: Sendable {
    package let session: Session
    package let changes: SessionChanges
    /// Identifies this state of the changes.
    package let version: String
    /// The latest sent comments, and the unsent ones of all members.
    package let comments: [DiffComment]

    package init(session: Session, changes: SessionChanges, version: String, comments: [DiffComment]) {
        self.session = session
        self.changes = changes
        self.version = version
        self.comments = comments
    }
}

extension DomainError {
    package static let noChanges = DomainError.notFound("This session has no changes yet.")
}
