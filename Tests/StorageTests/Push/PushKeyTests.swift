import Domain
import Foundation
import GRDB
import TestSupport
import Testing

@testable import Storage

struct PushKeyTests {
    private static func key(_ test: TestStore, making byte: UInt8) async throws -> Data {
        try await test.store.push.privateKey(at: test.clock.now) { Data(repeating: byte, count: 32) }
    }

    private static func subscribe(_ test: TestStore) async throws {
        let draft = PushSubscriptionDraft(
            endpoint: try PushEndpoint("https://push.example.com/a"), publicKey: [UInt8](repeating: 4, count: 65),
            authentication: [UInt8](repeating: 1, count: 16), name: "Firefox")
        _ = try await test.store.push.subscribe(draft, of: test.author.id, in: .random(), at: test.clock.now)
    }

    @Test func theKeyIsMadeOnceAndSealed() async throws {
        let test = try await TestStore()
        let key = try await Self.key(test, making: 7)
        #expect(try await Self.key(test, making: 8) == key)
        let path = test.store.directory.databasePath
        for file in [path, path + "-wal"] {
            #expect(try Data(contentsOf: URL(fileURLWithPath: file)).range(of: key) == nil)
        }
    }

    @Test func askedForByManyAtOnceItIsOne() async throws {
        let test = try await TestStore()
        let keys = try await withThrowingTaskGroup(of: Data.self) { group in
            for byte in 0..<8 { group.addTask { try await Self.key(test, making: UInt8(byte)) } }
            return try await group.reduce(into: Set()) { $0.insert($1) }
        }
        #expect(keys.count == 1)
    }

    /// Another key would make all subscriptions void, so that none takes the place of one that may come back.
    @Test func aLostKeyIsNotReplacedWhileADeviceReliesOnIt() async throws {
        let test = try await TestStore()
        let key = try await Self.key(test, making: 7)
        try await Self.subscribe(test)
        let path = test.store.directory.secretKeyPath
        try FileManager.default.moveItem(atPath: path, toPath: path + ".away")
        await #expect(throws: StorageError.missingSecretKey(path: path)) { try await Self.key(test, making: 8) }
        let environment = try await test.makeEnvironment(isDefault: true)
        await #expect(throws: StorageError.missingSecretKey(path: path)) {
            try await test.setSecret("TOKEN", "swordfish", of: environment)
        }
        try FileManager.default.moveItem(atPath: path + ".away", toPath: path)
        #expect(try await Self.key(test, making: 8) == key)
    }

    @Test func aLostKeyThatNobodyReliesOnIsReplaced() async throws {
        let test = try await TestStore()
        let key = try await Self.key(test, making: 7)
        try FileManager.default.removeItem(atPath: test.store.directory.secretKeyPath)
        let other = try await Self.key(test, making: 8)
        #expect(other != key)
        #expect(try await Self.key(test, making: 9) == other)
    }

    @Test func aKeySealedWithAnotherIsNotOpened() async throws {
        let test = try await TestStore()
        _ = try await Self.key(test, making: 7)
        try await Self.subscribe(test)
        let path = test.store.directory.secretKeyPath
        try FileManager.default.removeItem(atPath: path)
        _ = try SecretKeyFile(path: path).create()
        await #expect(throws: StorageError.unreadablePushKey) { try await Self.key(test, making: 8) }
    }
}
