import Domain
import Logging
import Storage
import TestSupport

/// A store for one test, with common test data.
struct TestStore {
    let store: DataStore
    let clock = TestClock()
    let organization: Organization
    let author: Author
    private let directory: TemporaryDirectory

    /// - Parameter queuesRuns: whether sessions are worked on here.
    init(logger: Logger = .silent, queuesRuns: Bool = false) async throws {
        directory = try TemporaryDirectory()
        store = try DataStore(
            openIn: directory.dataDirectory, holding: directory.dataDirectory.lock(), logger: logger,
            queuesRuns: queuesRuns)
        let owner = try Self.owner()
        organization = try await store.accounts.setUp(organization: "Acme", owner: owner, at: clock.now)
        author = Author(id: owner.id, name: owner.name, imageURL: nil)
    }

    func createSession(_ prompt: String? = "Fix the login page") async throws -> Session {
        let draft = SessionDraft(organizationID: organization.id, prompt: prompt, repository: nil, model: nil)
        let performed = try await store.sessions.create(draft, by: author, at: clock.now, once: nil)
        guard case .now(let session) = performed else { throw CancellationError() }
        return session
    }

    static func organization(in store: DataStore) async throws -> Organization {
        try await store.accounts.setUp(organization: "Acme", owner: owner(), at: TestClock().now)
    }

    static func owner() throws -> NewUser {
        NewUser(
            id: .random(), name: "Alice Chen", email: try EmailAddress("alice@example.com"),
            passwordHash: "$scrypt$ln=4,r=1,p=1$x$x")
    }
}
