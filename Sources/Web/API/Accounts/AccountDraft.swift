import Domain

/// The data for a new account.
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
    /// The required fields `name`, `email` and `password` of a new account; `nil` if one is missing or invalid.
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
