extension Session {
    /// Whether a member of its organization may delete it: only its author and owners may.
    package func mayBeDeleted(by user: UserID?, as role: Role) -> Bool {
        role == .owner || author.id == user
    }
}

extension DomainError {
    package static let noSuchSession = DomainError.notFound("There is no session with this id.")
    package static let foreignSession = DomainError.forbidden("The session belongs to another organization.")
    package static let noSuchRequest = DomainError.notFound("The session has no request with this id.")
    package static let deletersOnly = DomainError.forbidden(
        "Only the session's author or an owner of the organization may delete it.")
}
