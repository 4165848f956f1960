import Domain
import GRDB
import TestSupport
import Testing

@testable import Storage

struct RunnerStoreTests {
    private static let digest = SecretDigest(bytes: Array(repeating: 5, count: 32))

    @Test func aTokenIsThereAsItWasCreated() async throws {
        let test = try await TestStore()
        let token = try await test.createRunnerToken("Rack 1", labels: ["linux", "GPU"])
        let (found, digest) = try #require(try await test.store.runners.find(token.id))
        #expect(found == token && found.labels.sorted == ["gpu", "linux"])
        #expect(digest.matches(Self.digest))
        #expect(try await test.store.runners.find(.random()) == nil)
    }

    @Test func ownersReadTheirOrganizationsTokensAndTheAdministratorAll() async throws {
        let test = try await TestStore()
        let email = try EmailAddress("alice@example.com")
        let other = try await test.store.accounts.addOrganization("Beta", owner: email, at: test.clock.now)
        let ours = try await test.createRunnerToken("Ours")
        test.clock.advance(by: .seconds(1))
        let servers = try await test.createRunnerToken("Server", of: nil)
        test.clock.advance(by: .seconds(1))
        let theirs = try await test.createRunnerToken("Theirs", of: other.id)
        let runners = test.store.runners
        #expect(try await runners.tokens(readableIn: test.organization.id).map(\.token) == [ours])
        #expect(try await runners.tokens(readableIn: other.id).map(\.token) == [theirs])
        #expect(try await runners.tokens(readableIn: nil).map(\.token) == [theirs, servers, ours])
    }

    @Test func aTokensSessionsAreThoseOfItsRunners() async throws {
        let test = try await TestStore(queuesRuns: true)
        let (token, other) = (try await test.createRunnerToken("One"), try await test.createRunnerToken("Two"))
        let (first, second) = (try await test.createSession(), try await test.createSession("Paint a walrus"))
        _ = try await test.createSession()
        try await test.give([first, second], to: token)
        func sessions(of token: RunnerToken) async throws -> [RunnerSession]? {
            try await test.store.runners.tokens(readableIn: nil).first { $0.token == token }?.sessions
        }
        let expected = [first, second].map { RunnerSession(id: $0.id, title: $0.title) }
        #expect(try await sessions(of: token) == expected)
        #expect(try await sessions(of: other) == [])
        try await test.store.sessions.connections.write { db in
            try db.execute(sql: "DELETE FROM runner_tokens WHERE id = ?", arguments: [token.id])
        }
        #expect(try await test.store.runs.claim(at: test.clock.now)?.session.id == first.id)
    }

    @Test func asManyRunnersAreNeededAsRunsWaitForThemOrHaveThem() async throws {
        let test = try await TestStore(queuesRuns: true)
        let other = try await test.store.accounts.addOrganization(
            "Beta", owner: EmailAddress("alice@example.com"), at: test.clock.now)
        let plain = try await test.createRunnerToken("Plain", of: nil)
        let graphics = try await test.createRunnerToken("Graphics", labels: ["gpu", "linux"], of: nil)
        let theirs = try await test.createRunnerToken("Theirs", labels: ["gpu"], of: other.id)
        let environment = try await test.makeEnvironment()
        _ = try await test.store.environments.apply(
            EnvironmentEdit(runnerLabels: try RunnerLabels(["gpu"])), to: environment, in: test.organization.id,
            at: test.clock.now)
        for _ in 0..<3 { _ = try await test.createSession() }
        try await test.store.sessions.connections.write { db in
            try db.execute(
                sql: "UPDATE sessions SET environment_id = ? WHERE number = (SELECT max(number) FROM sessions)",
                arguments: [environment])
        }
        func demand(for token: RunnerToken, labels: RunnerLabels? = nil) async throws -> RunnerDemand {
            try await test.store.runs.demand(for: RunnerScope(token, labels: labels ?? token.labels))
        }
        #expect(try await demand(for: plain) == RunnerDemand(queued: 2, underWay: 0))
        #expect(try await demand(for: graphics) == RunnerDemand(queued: 3, underWay: 0))
        #expect(try await demand(for: graphics, labels: RunnerLabels(["linux"])).queued == 2)
        #expect(try await demand(for: theirs).needed == 0)
        let scope = RunnerScope(graphics, labels: graphics.labels)
        _ = try #require(try await test.store.runs.claim(at: test.clock.now, for: scope))
        #expect(try await demand(for: graphics) == RunnerDemand(queued: 2, underWay: 1))
        #expect(try await demand(for: graphics).needed == 3)
        #expect(try await demand(for: plain).needed == 1)
    }

    @Test func aRunnerHasNoLabelsButItsTokens() async throws {
        let test = try await TestStore()
        let token = try await test.createRunnerToken("Graphics", labels: ["gpu", "linux"])
        #expect(try token.labels(ofRunnerWith: []) == token.labels)
        #expect(try token.labels(ofRunnerWith: ["GPU"]).sorted == ["gpu"])
        #expect(throws: DomainError.self) { try token.labels(ofRunnerWith: ["gpu", "arm64"]) }
    }

    @Test func revokingEndsAccessAtOnceAndOnce() async throws {
        let test = try await TestStore()
        let token = try await test.createRunnerToken("Rack 1")
        let runners = test.store.runners
        #expect(try await runners.find(token.id)?.token.revokedAt == nil)
        var signals = test.store.endedAccess.signals().makeAsyncIterator()
        let time = test.clock.now
        for _ in 0..<2 {
            try await runners.revoke(token.id, of: test.organization.id, at: test.clock.now)
            #expect(try await runners.find(token.id)?.token.revokedAt == time)
            test.clock.advance(by: .seconds(1))
        }
        #expect(await signals.next() != nil)
        let events = try await test.store.audit.events(readableIn: test.organization.id, limit: 10)
        #expect(events.prefix(2).map(\.action) == [.runnerTokenRevoked, .runnerTokenCreated])
        #expect(events.filter { $0.action == .runnerTokenRevoked }.count == 1)
    }

    @Test func ownersRevokeTheirOrganizationsTokensAndTheAdministratorAny() async throws {
        let test = try await TestStore()
        let (ours, servers) = (
            try await test.createRunnerToken("Ours"), try await test.createRunnerToken("Server", of: nil)
        )
        let runners = test.store.runners
        for (token, organization) in [(ours, OrganizationID.random()), (servers, test.organization.id)] {
            await #expect(throws: DomainError.notFound("The organization has no runner token \(token.id).")) {
                try await runners.revoke(token.id, of: organization, at: test.clock.now)
            }
            try await runners.revoke(token.id, of: nil, at: test.clock.now)
            #expect(try await runners.find(token.id)?.token.revokedAt == test.clock.now)
        }
        // What concerns the whole server is no organization's business.
        let events = try await test.store.audit.events(readableIn: test.organization.id, limit: 100)
        #expect(!events.contains { $0.subject?.id == servers.id.rawValue })
        let all = try await test.store.audit.events(readableIn: nil, limit: 100)
        #expect(all.filter { $0.subject == AuditSubject(servers.id, name: "Server") }.count == 2)
    }

    @Test func theLastUseIsRecordedWithItsAddress() async throws {
        let test = try await TestStore()
        let token = try await test.createRunnerToken("Rack 1")
        let runners = test.store.runners
        #expect(try await runners.find(token.id)?.token.lastUse == nil)
        let client = AuditOrigin.Client(address: IPAddress("192.0.2.7"), browser: nil)
        try await AuditOrigin.$current.withValue(AuditOrigin(.visitor, from: client)) {
            try await runners.recordUse(of: token.id, version: "0.2.0", at: test.clock.now)
        }
        let use = RunnerUse(at: test.clock.now, address: "192.0.2.7", version: "0.2.0")
        #expect(try await runners.find(token.id)?.token.lastUse == use)
    }

    @Test func anOrganizationHasAsManyAsItMay() async throws {
        let test = try await TestStore()
        let first = try await test.createRunnerToken("One", limit: 1)
        await #expect(throws: DomainError.self) { try await test.createRunnerToken("Two", limit: 1) }
        try await test.store.runners.revoke(first.id, of: nil, at: test.clock.now)
        _ = try await test.createRunnerToken("Two", limit: 1)
        await #expect(throws: DomainError.self) { try await test.createRunnerToken("Three", of: .random()) }
    }

    @Test func anEnvironmentKeepsTheLabelsItAsksFor() async throws {
        let test = try await TestStore()
        let id = try await test.makeEnvironment()
        let environments = test.store.environments
        #expect(try await environments.find(id, in: test.organization.id).runnerLabels == .none)
        let edit = EnvironmentEdit(runnerLabels: try RunnerLabels(["gpu"]))
        _ = try await environments.apply(edit, to: id, in: test.organization.id, at: test.clock.now)
        let renamed = try await environments.apply(
            EnvironmentEdit(name: "Renamed"), to: id, in: test.organization.id, at: test.clock.now)
        #expect(renamed.runnerLabels.sorted == ["gpu"])
    }
}

extension TestStore {
    @discardableResult
    fileprivate func createRunnerToken(
        _ name: String, labels: [String] = [], of organization: OrganizationID?, limit: Int? = nil
    ) async throws -> RunnerToken {
        let token = RunnerToken(
            id: .random(), organizationID: organization, name: name, labels: try RunnerLabels(labels),
            createdAt: clock.now)
        _ = try await store.runners.create(
            token, digest: SecretDigest(bytes: Array(repeating: 5, count: 32)), limit: limit, once: nil)
        return token
    }

    @discardableResult
    fileprivate func createRunnerToken(
        _ name: String, labels: [String] = [], limit: Int? = nil
    ) async throws -> RunnerToken {
        try await createRunnerToken(name, labels: labels, of: organization.id, limit: limit)
    }

    fileprivate func give(_ sessions: [Session], to token: RunnerToken) async throws {
        try await store.sessions.connections.write { db in
            for session in sessions {
                try db.execute(
                    sql: """
                        UPDATE runs SET runner_token_id = ?
                        WHERE session_number = (SELECT number FROM sessions WHERE id = ?)
                        """, arguments: [token.id, session.id])
            }
        }
    }
}
