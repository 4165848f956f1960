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
}

extension TestService {
    /// Makes an organization with an owner, who is signed in, and a key.
    package func makeTeam(_ name: String = "Acme", owner: String = "Alice Chen") async throws -> Team {
        let person = try await newUser(owner)
        let organization: Organization
        if try await store.accounts.organizations().isEmpty {
            organization = try await store.accounts.setUp(organization: name, owner: person, at: clock.now)
        } else {
            let first = try await store.accounts.organizations()[0]
            try await store.accounts.add(person, to: first.id, as: .member, at: clock.now)
            organization = try await store.accounts.addOrganization(name, owner: person.email, at: clock.now)
        }
        let (key, text) = try await services.issueAPIKey(named: "test", for: organization.id, expiresAt: nil)
        return Team(
            organization: organization, owner: try await signIn(person), key: .key(text), keyText: text, keyID: key.id)
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

    private func newUser(_ name: String) async throws -> NewUser {
        let id = UserID.random()
        let email = "\(name.filter(\.isLetter))-\(id.rawValue.suffix(6))@example.com"
        return NewUser(
            id: id, name: name, email: try EmailAddress(email),
            passwordHash: try await services.passwords.hash(Self.password))
    }

    private func signIn(_ person: NewUser) async throws -> Person {
        let token = SecretToken(.browserSession)
        try await store.browserSessions.create(token.newBrowserSession, of: person.id, at: clock.now)
        let user = User(id: person.id, name: person.name, email: person.email, imageURL: nil)
        return Person(user: user, cookie: .cookie(token.text))
    }
}
