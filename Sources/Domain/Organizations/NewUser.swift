/// An account to be created.
package struct NewUser: Sendable {
    package let id: UserID
    package let name: String
    package let email: EmailAddress
    /// In the format of `PasswordHasher`; without one the user can't sign in.
    package let passwordHash: String?

    package init(id: UserID, name: String, email: EmailAddress, passwordHash: String?) {
        self.id = id
        self.name = name
        self.email = email
        self.passwordHash = passwordHash
    }
}
