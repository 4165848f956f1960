import Domain

/// Whom a session's page is shown to. Pages for equal readers are equal.
struct SessionReader: Hashable, Sendable {
    let role: Role
    /// `nil` for everybody who wrote nothing that the page has actions for.
    let user: UserID?

    init(role: Role, user: UserID?) {
        self.role = role
        self.user = user
    }

    init(_ person: Colleague) {
        self.init(role: person.role, user: person.browser.user.id)
    }
}
