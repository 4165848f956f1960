import Domain
import TestSupport

@testable import Storage

/// Uses everything that the stores can do, so that every statement runs at least once. What comes of it is for other
/// tests to see.
struct StatementDriver {
    let store: DataStore
    let connections: Connections
    let clock = TestClock()
    let organization: OrganizationID
    let author: Author
    private let directory: TemporaryDirectory

    static let passwordHash = "$scrypt$ln=4,r=1,p=1$x$x"
    static let digest = SecretDigest(bytes: Array(repeating: 7, count: 32))

    init(recording statements: RecordedStatements) async throws {
        directory = try TemporaryDirectory()
        connections = try Connections(
            path: directory.dataDirectory.databasePath, logger: RecordedLog().logger, preparing: statements.listen)
        store = DataStore(
            connections, in: directory.dataDirectory, holding: try directory.dataDirectory.lock(), queuesRuns: true)
        let owner = try Self.user("alice")
        organization = try await store.accounts.setUp(organization: "Acme", owner: owner, at: clock.now).id
        author = Author(id: owner.id, name: owner.name, imageURL: nil)
    }

    func useEverything() async throws {
        _ = try await connections.read { try Schema.isAsMigrated($0) }
        try await useAccounts()
        try await useCredentials()
        try await usePush()
        try await useRunners()
        try await useEnvironments()
        try await useAuditLog()
        try await useSessions()
        try await useLists()
        try await useSearchIndex()
        try await useRuns()
        try await useComments()
        try await useArchives()
        try await useLogs()
        try await useEvents()
        try await useAttachments()
        try await useDeletions()
        try await useBackups()
    }

    static func user(_ name: String) throws -> NewUser {
        NewUser(
            id: .random(), name: name, email: try EmailAddress("\(name)@example.com"), passwordHash: passwordHash)
    }

    static func once<Value>() -> IdempotentRequest<Value> {
        IdempotentRequest(id: SecretDigest(bytes: (0..<32).map { _ in .random(in: 0...255) }), bodyDigest: digest) {
            _ in [1]
        }
    }

    static var newBrowser: NewBrowserSession { NewBrowserSession(id: .random(), digest: digest) }

    func createSession(_ prompt: String? = "Paint a walrus", on repository: Repository? = nil) async throws -> SessionID
    {
        let draft = SessionDraft(organizationID: organization, prompt: prompt, repository: repository, model: nil)
        let performed = try await store.sessions.create(draft, by: author, at: clock.now, once: Self.once())
        guard case .now(let session) = performed else { throw CancellationError() }
        return session.id
    }

    static func repository() throws -> Repository {
        Repository(url: try RepositoryURL("https://github.com/acme/web-app"), baseBranch: nil)
    }

    static func pullRequest(_ number: Int = 42) throws -> PullRequest {
        let url = try PullRequestURL("https://github.com/acme/web-app/pull/\(number)")
        return PullRequest(number: number, url: url, status: .open, mergedAt: nil)
    }
}
