import Domain
import FoundationEssentials
import GRDB
import TestSupport
import Testing

@testable import Storage

@Suite struct AuditStoreTests {
    @Test func anEntryCarriesItsOrigin() async throws {
        let test = try await TestStore()
        let origin = AuditOrigin(
            .user(test.author.id, name: "Alice Chen"),
            from: AuditOrigin.Client(address: IPAddress("192.0.2.7"), browser: "Firefox on Linux"))
        try await AuditOrigin.$current.withValue(origin) {
            _ = try await test.store.accounts.rename(test.organization.id, to: "Acme & Sons", at: test.clock.now)
        }
        let event = try #require(try await test.events().first)
        #expect(event.action == .organizationRenamed)
        #expect(event.actor == AuditEvent.Actor(kind: .user, id: test.author.id.rawValue, name: "Alice Chen"))
        #expect(event.subject == AuditSubject(test.organization.id, name: "Acme & Sons"))
        #expect(event.details == ["from": "Acme", "to": "Acme & Sons"])
        #expect(event.address == "192.0.2.7")
        #expect(event.browser == "Firefox on Linux")
        #expect(event.createdAt == test.clock.now)
    }

    @Test func aChangeWithoutEffectIsNotRecorded() async throws {
        let test = try await TestStore()
        let before = try await test.events()
        _ = try await test.store.accounts.rename(test.organization.id, to: "Acme", at: test.clock.now)
        _ = try await test.store.members.assign(
            .owner, to: test.author.id, in: test.organization.id, at: test.clock.now)
        #expect(try await test.events() == before)
    }

    @Test func aRefusedChangeIsNotRecorded() async throws {
        let test = try await TestStore()
        let before = try await test.events()
        await #expect(throws: DomainError.self) {
            try await test.store.members.remove(test.author.id, from: test.organization.id, at: test.clock.now)
        }
        #expect(try await test.events() == before)
    }

    @Test func ownersReadTheirOrganizationsEntriesOnly() async throws {
        let test = try await TestStore()
        let email = try EmailAddress("alice@example.com")
        let other = try await test.store.accounts.addOrganization("Beta", owner: email, at: test.clock.now)
        let key = try await test.createKey()
        let inBoth = try await test.store.browserSessions.create(
            NewBrowserSession(id: .random(), digest: SecretDigest(bytes: Array(repeating: 1, count: 32)), device: nil),
            of: test.author.id, at: test.clock.now)
        #expect(inBoth.memberships.count == 2)
        try await test.store.audit.record(.signInFailed, of: nil, at: test.clock.now)

        let here = try await test.events()
        #expect(here.map(\.action) == [.signedIn, .keyCreated, .userAdded, .memberJoined, .organizationCreated])
        #expect(here[1].subject == AuditSubject(key, name: "CI"))
        let there = try await test.store.audit.events(readableIn: other.id, limit: 100)
        #expect(there.map(\.action) == [.signedIn, .memberJoined, .organizationCreated])
        #expect(there[0] == here[0])
        let all = try await test.store.audit.events(readableIn: nil, limit: 100)
        #expect(all.count == 8)
        #expect(all.first?.action == .signInFailed)
    }

    @Test func filtersAndPages() async throws {
        let test = try await TestStore()
        for _ in 0..<5 {
            test.clock.advance(by: .seconds(60))
            _ = try await test.createKey()
        }
        let audit = test.store.audit
        let keys = try await test.events(AuditFilter(action: .keyCreated))
        #expect(keys.count == 5)
        let page = try await audit.events(
            readableIn: test.organization.id, matching: AuditFilter(action: .keyCreated), before: keys[1].number,
            limit: 2)
        #expect(page == Array(keys[2...3]))
        #expect(
            try await test.events(AuditFilter(since: keys[1].createdAt, until: keys[0].createdAt)) == Array(keys[0...1])
        )
        #expect(try await test.events(AuditFilter(actor: test.author.id.rawValue)).isEmpty)
    }

    @Test(arguments: [
        "UPDATE audit_events SET address = '192.0.2.1'",
        "DELETE FROM audit_events",
        "INSERT OR REPLACE INTO audit_events (number, action, actor_kind, details, created_at) VALUES (1, 'a.b', 'user', '{}', 1)",
        "UPDATE audit_readers SET organization_id = 'org_x'",
        "DELETE FROM audit_readers",
        "DELETE FROM audit_retention",
        "INSERT OR REPLACE INTO audit_retention VALUES (1, 1000)",
    ])
    func theDatabaseRefusesToChangeTheLog(_ sql: String) async throws {
        let test = try await TestStore()
        let before = try await test.events()
        await #expect(throws: (any Error).self) {
            try await test.store.audit.connections.write { try $0.execute(sql: sql) }
        }
        #expect(try await test.events() == before)
    }

    @Test func onlyOldEntriesAreDeleted() async throws {
        let now = Timestamp(.now)
        let test = try await TestStore()
        let old = try await test.events().count
        try await test.store.audit.record(.sessionExported, in: test.organization.id, at: now)
        #expect(try await !test.store.audit.prune(before: now))
        #expect(try await test.events().map(\.action) == [.sessionExported])
        #expect(old == 3)
        // The database keeps what is younger than 30 days, whatever it is told.
        await #expect(throws: (any Error).self) {
            try await test.store.audit.prune(before: now + .seconds(60))
        }
        #expect(try await test.events().map(\.action) == [.sessionExported])
    }

    @Test func longRemainsAreDeletedInPieces() async throws {
        let test = try await TestStore()
        #expect(try await test.store.audit.prune(before: Timestamp(.now), limit: 2))
        #expect(try await test.events().map(\.action) == [.userAdded])
    }
}

extension TestStore {
    fileprivate func events(_ filter: AuditFilter = AuditFilter()) async throws -> [AuditEvent] {
        try await store.audit.events(readableIn: organization.id, matching: filter, limit: 100)
    }

    fileprivate func createKey() async throws -> APIKeyID {
        let key = APIKey(
            id: .random(), organizationID: organization.id, name: "CI", createdAt: clock.now, expiresAt: nil)
        _ = try await store.apiKeys.create(key, digest: SecretDigest(bytes: Array(repeating: 2, count: 32)), once: nil)
        return key.id
    }
}
