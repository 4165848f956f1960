import Domain
import Storage
import TestSupport
import Testing

@testable import Server

struct AdministratorTests {
    private func setUp(_ name: String = "Acme") throws -> SetUp {
        try SetUp(organization: name, name: "Alice", email: "alice@example.com", password: TestService.password)
    }

    @Test func commandsWorkWithoutAServerAndThroughIt() async throws {
        let directory = try TemporaryDirectory()
        let alone = Administrator(directory.dataDirectory, logger: .silent)
        let organization = try await alone.perform(setUp())
        let key = try await alone.perform(CreateKey(organization: nil, name: "one", expiresAt: nil))
        try await RunningServer.run(in: directory) { server in
            #expect(try await server.administrator.perform(ListOrganizations()) == [organization])
            #expect(try await server.get("/api/sessions", key: key.key).status == 200)
            let second = try await server.administrator.perform(
                CreateKey(organization: nil, name: "two", expiresAt: nil))
            #expect(try await server.get("/api/sessions", key: second.key).status == 200)
            _ = try await server.administrator.perform(RevokeKey(organization: nil, id: key.apiKey.id))
            #expect(try await server.get("/api/sessions", key: key.key).status == 401)
        }
        #expect(try await alone.perform(ListKeys(organization: nil)).count == 2)
    }

    @Test func runnerTokensAreOfTheWholeServerOrOfAnOrganization() async throws {
        let directory = try TemporaryDirectory()
        let alone = Administrator(directory.dataDirectory, logger: .silent)
        let organization = try await alone.perform(setUp())
        let servers = try await alone.perform(CreateRunnerToken(organization: nil, name: "all", labels: ["GPU"]))
        #expect(servers.runnerToken.organizationID == nil && servers.runnerToken.labels.sorted == ["gpu"])
        #expect(servers.token.hasPrefix("lsr_"))
        try await RunningServer.run(in: directory) { server in
            let administrator = server.administrator
            let one = try await administrator.perform(
                CreateRunnerToken(organization: organization.id, name: "one", labels: []))
            #expect(one.runnerToken.organizationID == organization.id)
            await #expect(throws: (any Error).self) {
                try await administrator.perform(CreateRunnerToken(organization: .random(), name: "two", labels: []))
            }
            let ours = try await administrator.perform(ListRunnerTokens(organization: organization.id))
            #expect(ours.map(\.token) == [one.runnerToken])
            _ = try await administrator.perform(RevokeRunnerToken(id: servers.runnerToken.id))
        }
        let all = try await alone.perform(ListRunnerTokens(organization: nil)).map(\.token)
        #expect(Set(all.map(\.name)) == ["all", "one"])
        #expect(all.filter { $0.revokedAt != nil }.map(\.name) == ["all"])
        #expect(throws: InvalidValue.self) { try CreateRunnerToken(organization: nil, name: "x", labels: ["a b"]) }
    }

    @Test func fiftySetUpsAtOnceMakeOneOrganization() async throws {
        try await RunningServer.run { server in
            let operation = try setUp()
            let made = await withTaskGroup(of: Bool.self) { group in
                for _ in 0..<50 {
                    group.addTask { (try? await server.administrator.perform(operation)) != nil }
                }
                return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }
            #expect(made == 1)
            #expect(try await server.administrator.perform(ListUsers()).count == 1)
        }
    }

    @Test func whatIsRefusedSaysWhyThroughTheSocketToo() async throws {
        try await RunningServer.run { server in
            _ = try await server.administrator.perform(setUp())
            let error = await #expect(throws: DomainError.self) { try await server.administrator.perform(setUp()) }
            #expect(error?.detail.contains("already set up") == true)
            await #expect(throws: DomainError.self) {
                try await server.administrator.perform(DisableUser(email: EmailAddress("nobody@example.com")))
            }
        }
    }

    @Test func usersAreAddedDisabledAndLetInAgain() async throws {
        let directory = try TemporaryDirectory()
        let administrator = Administrator(directory.dataDirectory, logger: .silent)
        _ = try await administrator.perform(setUp())
        let email = try EmailAddress("bob@example.com")
        let add = try AddUser(
            organization: nil, name: "Bob", email: "Bob@example.com", role: .member, password: TestService.password)
        _ = try await administrator.perform(add)
        await #expect(throws: DomainError.self) { try await administrator.perform(add) }
        _ = try await administrator.perform(DisableUser(email: email))
        #expect(try await administrator.perform(ListUsers()).first { $0.user.email == email }?.disabledAt != nil)
        _ = try await administrator.perform(ResetPassword(email: email, password: "another long password"))
        #expect(try await administrator.perform(ListUsers()).first { $0.user.email == email }?.disabledAt == nil)
    }

    @Test func aLostSecondFactorIsReset() async throws {
        let directory = try TemporaryDirectory()
        let administrator = Administrator(directory.dataDirectory, logger: .silent)
        _ = try await administrator.perform(setUp())
        let email = try EmailAddress("alice@example.com")
        let user = try #require(try await administrator.perform(ListUsers()).first).user
        await #expect(throws: DomainError.noSecondFactor) {
            try await administrator.perform(ResetTwoFactor(email: email))
        }
        let data = directory.dataDirectory
        func open() throws -> DataStore { try DataStore(openIn: data, holding: data.lock(), logger: .silent) }
        let digest = SecretDigest(bytes: Array(repeating: 7, count: 32))
        let token = NewBrowserSession(id: .random(), digest: digest)
        let time = Timestamp(milliseconds: 1_770_804_000_000)
        try await {
            let store = try open()
            try await store.browserSessions.create(token, of: user.id, at: time)
            try await store.secondFactors.turnOn(
                .random(), usedUpTo: 1, recoveryCodes: [digest], of: user.id, keeping: token.id, at: time)
        }()
        _ = try await administrator.perform(ResetTwoFactor(email: email))
        let after = try open()
        #expect(try await after.secondFactors.find(of: user.id) == nil)
        #expect(try await after.browserSessions.find(token.id, at: time) == nil)
        let entry = try #require(try await after.audit.events(readableIn: nil, limit: 1).first)
        #expect(entry.action == .twoFactorReset && entry.actor.kind == .administrator)
        #expect(entry.subject?.id == user.id.rawValue)
    }

    @Test func aSecondServerIsRefused() async throws {
        try await RunningServer.run { server in
            await #expect(throws: StorageError.directoryInUse(path: server.directory.path)) {
                try await RunningServer.run(in: server.directory) { _ in }
            }
        }
    }
}
