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
