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
    /// Creates an organization with a key and an owner, who is signed in and belongs to no other organization.
    package func makeTeam(_ name: String = "Acme", owner: String = "Alice Chen") async throws -> Team {
        let person = try await newUser(owner)
        let organization = try await makeOrganization(name, owner: person)
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

    /// Creates another member of an organization, who is signed in.
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

    /// Signs a person in through the API, in another browser.
    package func signIn(_ person: Person) async throws -> Credential {
        let body = "{\"email\":\"\(person.email)\",\"password\":\"\(Self.password)\"}"
        return try await send(.post, "/api/auth/sign-in", body: body).signedIn
    }

    /// Deletes a session through the API, as the team's owner.
    package func deleteSession(_ id: String, of team: Team) async throws {
        let answer = try await send(.delete, "/api/sessions/\(id)", as: team.owner.cookie, body: "{}")
        guard answer.status == 204 else { throw DomainError.invalid(answer.body) }
    }

    /// The server's first organization is set up with its owner; the owner of the first makes each further one, and
    /// leaves it to its own.
    private func makeOrganization(_ name: String, owner: NewUser) async throws -> Organization {
        guard let first = try await store.accounts.organizations().first,
            let founder = try await store.members.members(of: first.id).first?.user
        else { return try await store.accounts.setUp(organization: name, owner: owner, at: clock.now) }
        let organization = try await store.accounts.addOrganization(name, owner: founder.email, at: clock.now)
        try await store.accounts.add(owner, to: organization.id, as: .owner, at: clock.now)
        try await store.members.remove(founder.id, from: organization.id, at: clock.now)
        return organization
    }

    private func newUser(_ name: String) async throws -> NewUser {
        let id = UserID.random()
        let email = "\(name.filter(\.isLetter))-\(id.rawValue.suffix(6))@example.com"
        return NewUser(
            id: id, name: name, email: try EmailAddress(email),
            passwordHash: try await services.passwords.hash(Self.password, for: .administrator))
    }

    private func signIn(_ person: NewUser) async throws -> Person {
        let token = SecretToken(.browserSession)
        try await store.browserSessions.create(token.newBrowserSession(), of: person.id, at: clock.now)
        let user = User(id: person.id, name: person.name, email: person.email, imageURL: nil)
        return Person(user: user, cookie: .cookie(token.text))
    }
}
