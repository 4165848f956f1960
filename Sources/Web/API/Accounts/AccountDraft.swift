import Domain

/// The data of an account that somebody wants to create.
struct AccountDraft: Sendable {
    let name: String
    let email: EmailAddress
    let password: String

    func user(hashing passwords: PasswordHasher, for requester: HashRequester) async throws -> NewUser {
        NewUser(
            id: .random(), name: name, email: email, passwordHash: try await passwords.hash(password, for: requester))
    }
}

extension BodyFields {
    /// The required fields `name`, `email` and `password` of a new account; `nil` when one is absent or wrong.
    mutating func account() -> AccountDraft? {
        require("name", "email", "password")
        let name = text("name") { text throws(InvalidValue) in try PlainText.line(text, maximum: 100) }
        let email = text("email", EmailAddress.init(_:))
        let password = text("password") { text throws(InvalidValue) in
            try PasswordPolicy.check(text, email: email)
            return text
        }
        guard let name, let email, let password else { return nil }
        return AccountDraft(name: name, email: email, password: password)
    }
}
