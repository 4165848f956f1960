import Domain
import Storage
import TestSupport

@testable import Server

/// A data directory with an organization, a key and sessions, for servers that come and go.
struct SessionHome {
    let directory: TemporaryDirectory
    let organization: OrganizationID
    let key: Credential
    let keyText: String
    let sessions: [SessionID]

    init(sessions count: Int) async throws {
        directory = try TemporaryDirectory()
        let administrator = Administrator(directory.dataDirectory, logger: .silent)
        organization = try await administrator.perform(
            SetUp(organization: "Acme", name: "Alice", email: "alice@example.com", password: TestService.password)
        ).id
        keyText = try await administrator.perform(CreateKey(organization: nil, name: "test", expiresAt: nil)).key
        key = .key(keyText)
        let store = try DataStore(
            openIn: directory.dataDirectory, holding: directory.dataDirectory.lock(), logger: .silent)
        var sessions: [SessionID] = []
        for member in try await store.members.members(of: organization) {
            let author = Author(id: member.user.id, name: member.user.name, imageURL: nil)
            let draft = SessionDraft(organizationID: organization, prompt: "Fix it", repository: nil, model: nil)
            while sessions.count < count {
                let created = try await store.sessions.create(draft, by: author, at: Clock.system.now(), once: nil)
                if case .now(let session) = created { sessions.append(session.id) }
            }
        }
        self.sessions = sessions
    }

    /// The numbers of a scope's events in the log, while no server runs.
    func numbers(of session: SessionID?) async throws -> [Int] {
        let store = try DataStore(
            openIn: directory.dataDirectory, holding: directory.dataDirectory.lock(), logger: .silent)
        let scope = EventScope(organization: organization, session: session)
        var numbers: [Int] = []
        var position = 0
        while let batch = try await store.events.events(after: position, of: scope, at: Clock.system.now()) {
            numbers += batch.events.map(\.number)
            position = batch.end
            guard batch.hasMore else { break }
        }
        return numbers
    }
}
