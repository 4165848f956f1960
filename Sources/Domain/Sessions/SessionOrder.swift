/// The time by which a list of sessions is ordered, the latest first.
package enum SessionOrder: String, CaseIterable, Sendable {
    case created
    /// The last change: a message, another state, another title.
    case changed

    package func time(of session: Session) -> Timestamp {
        switch self {
        case .created: session.createdAt
        case .changed: session.updatedAt
        }
    }
}
