package import Domain
import HTTPTypes
import Storage
import Web

/// A team with one owner and a key.
package struct Team: Sendable {
    package let organization: Organization
    package let owner: Person
    package let key: Credential
    package let keyText: String
    package let keyID: APIKeyID

    package var id: String { organization.id.rawValue }
}

/// A signed-in user.
package struct Person: Sendable {
    package let user: User
    package let cookie: Credential

    package var id: String { user.id.rawValue }
    package var email: String { user.email.description }
}

extension TestService {
    /// Makes an organization with an owner, who is signed in and belongs to no other, and a key.
    package func makeTeam(_ name: String = "Acme", owner: String = "Alice Chen") async throws -> Team {
        let organization = try await makeOrganization(name)
        let person = try await newUser(owner)
        try await store.accounts.add(person, to: organization.id, as: .owner, at: clock.now)
        let (key, text) = try await issueKey(named: "test", for: organization.id)
        return Team(
            organization: organization, owner: try await signIn(person), key: .key(text), keyText: text, keyID: key.id)
    }

    package func issueKey(
        named name: String, for organization: OrganizationID, expiresAt: Timestamp? = nil
    ) async throws -> (key: APIKey, text: String) {
        let token = SecretToken(.apiKey)
        let key = APIKey(
            id: token.apiKeyID, organizationID: organization, name: name, createdAt: clock.now, expiresAt: expiresAt)
        _ = try await store.apiKeys.create(key, digest: token.digest, once: nil)
        return (key, token.text)
    }

    /// Makes another user of an organization, who is signed in.
    package func join(_ team: Team, _ name: String, as role: Role = .member) async throws -> Person {
        let person = try await newUser(name)
        try await store.accounts.add(person, to: team.organization.id, as: role, at: clock.now)
        return try await signIn(person)
    }

    /// Creates a session through the API and returns its id.
    package func createSession(
        in team: Team, by person: Person? = nil, _ message: String? = "Fix the login page"
    ) async throws -> String {
        let prompt = message.map { ",\"initialMessage\":\"\($0)\"" } ?? ""
        let answer = try await send(
            .post, "/api/sessions", as: (person ?? team.owner).cookie,
            body: "{\"organizationId\":\"\(team.id)\"\(prompt)}")
        return answer.json["session"]?["id"]?.text ?? "no session: \(answer.body)"
    }

    /// Every organization is made by the same founder, so that those who come later belong to one only.
    private func makeOrganization(_ name: String) async throws -> Organization {
        let founder = try await store.accounts.accounts().first { $0.user.name == "Founder" }
        if let founder {
            return try await store.accounts.addOrganization(name, owner: founder.user.email, at: clock.now)
        }
        return try await store.accounts.setUp(
            organization: name, owner: try await newUser("Founder"), at: clock.now)
    }

    private func newUser(_ name: String) async throws -> NewUser {
        let id = UserID.random()
        let email = "\(name.filter(\.isLetter))-\(id.rawValue.suffix(6))@example.com"
        return NewUser(
            id: id, name: name, email: try EmailAddress(email),
            passwordHash: try await services.passwords.hash(Self.password))
    }

    private func signIn(_ person: NewUser) async throws -> Person {
        let token = SecretToken(.browserSession)
        try await store.browserSessions.create(
            token.browserSessionID, of: person.id, digest: token.digest, at: clock.now)
        let user = User(id: person.id, name: person.name, email: person.email, imageURL: nil)
        return Person(user: user, cookie: .cookie(token.text))
    }
}
