import Domain
import Foundation
import GRDB
import Synchronization
import TestSupport
import Testing

@testable import Storage

struct SecondFactorStoreTests {
    private static let digests = (0..<10).map { SecretDigest(bytes: Array(repeating: $0, count: 32)) }

    private static func turnOn(_ key: AuthenticatorKey, in test: TestStore) async throws {
        try await test.store.secondFactors.turnOn(
            key, usedUpTo: 100, recoveryCodes: digests, of: test.author.id, keeping: .random(), at: test.clock.now)
    }

    /// The key with which a code is checked.
    private static func key(in test: TestStore) async throws -> [UInt8]? {
        let used = Used()
        _ = try await test.store.secondFactors.accept(of: test.author.id) { key, step in
            used.bytes.withLock { $0 = key.bytes }
            return nil
        }
        return used.bytes.withLock(\.self)
    }

    @Test func theDatabasesFilesDoNotHaveTheKey() async throws {
        let test = try await TestStore()
        let key = AuthenticatorKey.random()
        try await Self.turnOn(key, in: test)
        #expect(try await Self.key(in: test) == key.bytes)
        let path = test.store.directory.databasePath
        let files = try [path, path + "-wal"].map { try Data(contentsOf: URL(fileURLWithPath: $0)) }
        #expect(files.contains { $0.range(of: Data(Self.digests[7].bytes)) != nil })
        for form in [Data(key.bytes), Data(key.text.utf8), Data(Data(key.bytes).base64EncodedString().utf8)] {
            #expect(files.allSatisfy { $0.range(of: form) == nil })
        }
    }

    @Test func aKeyOpensForItsPersonOnly() async throws {
        let test = try await TestStore()
        let key = AuthenticatorKey.random()
        try await Self.turnOn(key, in: test)
        let bob = NewUser(
            id: .random(), name: "Bob", email: try EmailAddress("bob@example.com"),
            passwordHash: "$scrypt$ln=4,r=1,p=1$x$x")
        let store = test.store
        try await store.accounts.add(bob, to: test.organization.id, as: .member, at: test.clock.now)
        try await store.secondFactors.connections.write { db in
            try db.execute(
                sql: "INSERT INTO second_factors SELECT ?, sealed, last_step, created_at FROM second_factors",
                arguments: [bob.id])
        }
        await #expect(throws: StorageError.unreadableAuthenticatorKey(of: bob.id)) {
            try await store.secondFactors.accept(of: bob.id) { _, _ in 1000 }
        }
        let problem = try await store.secondFactors.connections.read { db in
            try KeyFit.problem(with: try SecretKeyFile(path: store.directory.secretKeyPath).read(), db)
        }
        #expect(problem?.contains("\(bob.id)") == true)
    }

    @Test func withoutTheKeyFileNoNewOneIsMade() async throws {
        let test = try await TestStore()
        try await Self.turnOn(.random(), in: test)
        let path = test.store.directory.secretKeyPath
        try FileManager.default.removeItem(atPath: path)
        await #expect(throws: StorageError.missingSecretKey(path: path)) {
            try await test.store.secondFactors.accept(of: test.author.id) { _, _ in 1000 }
        }
        let environment = try await test.makeEnvironment()
        await #expect(throws: StorageError.missingSecretKey(path: path)) {
            try await test.setSecret("TOKEN", "swordfish", of: environment)
        }
        let problem = try await test.store.secondFactors.connections.read { try KeyFit.problem(with: nil, $0) }
        #expect(problem != nil)
    }

    @Test func aStepIsAcceptedOnce() async throws {
        let test = try await TestStore()
        try await Self.turnOn(.random(), in: test)
        let factors = test.store.secondFactors
        #expect(try await !factors.accept(of: test.author.id) { _, _ in 100 })
        let accepted = try await withThrowingTaskGroup(of: Bool.self) { group in
            for _ in 0..<50 { group.addTask { try await factors.accept(of: test.author.id) { _, _ in 101 } } }
            return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(accepted == 1)
        #expect(try await !factors.accept(of: .random()) { _, _ in 1000 })
    }

    @Test func itIsTurnedOnOnceAndLeavesNothingBehind() async throws {
        let test = try await TestStore()
        try await Self.turnOn(.random(), in: test)
        await #expect(throws: DomainError.self) { try await Self.turnOn(.random(), in: test) }
        let factors = test.store.secondFactors
        #expect(try await factors.find(of: test.author.id) == SecondFactor(since: test.clock.now, recoveryCodes: 10))
        try await factors.turnOff(of: test.author.id, at: test.clock.now)
        #expect(try await factors.find(of: test.author.id) == nil)
        let codes = try await factors.connections.read {
            try Int.fetchOne($0, sql: "SELECT count(*) FROM recovery_codes")
        }
        #expect(codes == 0)
        await #expect(throws: DomainError.noSecondFactor) {
            try await factors.turnOff(of: test.author.id, at: test.clock.now)
        }
        await #expect(throws: DomainError.noSecondFactor) {
            try await factors.renewRecoveryCodes(Self.digests, of: test.author.id, at: test.clock.now)
        }
    }
}

/// What a closure was given.
private final class Used: Sendable {
    let bytes = Mutex<[UInt8]?>(nil)
}
