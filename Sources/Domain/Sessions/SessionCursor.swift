/// A place in a list of sessions, newest first. It names a session by what never changes of it, so that nothing is
/// skipped or repeated while sessions come and change.
package struct SessionCursor: Equatable, Sendable {
    package let createdAt: Timestamp
    package let id: SessionID

    package init(createdAt: Timestamp, id: SessionID) {
        self.createdAt = createdAt
        self.id = id
    }

    package init(after session: Session) {
        self.init(createdAt: session.createdAt, id: session.id)
    }
}
