/// An account to be made.
package struct NewUser: Sendable {
    package let id: UserID
    package let name: String
    package let email: EmailAddress
    /// As `PasswordHasher` writes it; without one they can't sign in.
    package let passwordHash: String?

    package init(id: UserID, name: String, email: EmailAddress, passwordHash: String?) {
        self.id = id
        self.name = name
        self.email = email
        self.passwordHash = passwordHash
    }
}
