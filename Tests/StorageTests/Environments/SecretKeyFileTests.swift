import Domain
import Foundation
import TestSupport
import Testing

@testable import Storage

struct SecretKeyFileTests {
    @Test func theFirstSecretMakesAKeyForTheServiceOnly() async throws {
        let test = try await TestStore()
        let path = test.store.directory.secretKeyPath
        let id = try await test.makeEnvironment()
        #expect(!FileManager.default.fileExists(atPath: path))
        try await test.setSecret("TOKEN", "swordfish", of: id)
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        #expect(attributes[.posixPermissions] as? Int == 0o600)
        #expect(attributes[.size] as? Int == 32)
        let key = try Data(contentsOf: URL(fileURLWithPath: path))
        try await test.setSecret("OTHER", "swordfish", of: id)
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == key)
        let names = try FileManager.default.contentsOfDirectory(atPath: test.store.directory.path)
        #expect(names.filter { $0.hasPrefix("secrets") } == ["secrets.key"])
    }

    @Test func manyWhoMakeItAtOnceGetTheSame() async throws {
        let directory = try TemporaryDirectory()
        let file = SecretKeyFile(path: directory.dataDirectory.secretKeyPath)
        let seals = try await withThrowingTaskGroup(of: SecretSeal.self) { group in
            for _ in 0..<20 { group.addTask { SecretSeal(key: try file.create()) } }
            return try await group.reduce(into: [SecretSeal]()) { $0.append($1) }
        }
        let (name, id) = (try VariableName("TOKEN"), EnvironmentID.random())
        let sealed = try #require(seals.first).seal(SecretValue("swordfish"), name, of: id)
        #expect(try seals.map { try $0.open(sealed, name, of: id).text } == Array(repeating: "swordfish", count: 20))
        #expect(try FileManager.default.contentsOfDirectory(atPath: directory.path) == ["secrets.key"])
    }

    @Test func aLostKeyIsNotReplaced() async throws {
        let test = try await TestStore()
        let path = test.store.directory.secretKeyPath
        let id = try await test.makeEnvironment(isDefault: true)
        try await test.setSecret("TOKEN", "swordfish", of: id)
        let session = try await test.createSession()
        try FileManager.default.removeItem(atPath: path)
        let error = StorageError.missingSecretKey(path: path)
        await #expect(throws: error) { try await test.store.environments.settings(forRunOf: session.id) }
        await #expect(throws: error) { try await test.setSecret("OTHER", "swordfish", of: id) }
        #expect(!FileManager.default.fileExists(atPath: path))
        try await test.store.environments.delete(id, in: test.organization.id, at: test.clock.now)
        try await test.setSecret("TOKEN", "swordfish", of: try await test.makeEnvironment())
        #expect(FileManager.default.fileExists(atPath: path))
    }

    @Test(arguments: [(0o644, 32), (0o640, 32), (0o600, 31), (0o600, 33), (0o600, 0)])
    func aKeyThatOthersReadOrOfAnotherLengthIsRefused(mode: Int, length: Int) async throws {
        let test = try await TestStore()
        let path = test.store.directory.secretKeyPath
        let bytes = Data(repeating: 7, count: length)
        #expect(
            FileManager.default.createFile(atPath: path, contents: bytes, attributes: [.posixPermissions: mode]))
        let id = try await test.makeEnvironment()
        let error = await #expect(throws: StorageError.self) { try await test.setSecret("TOKEN", "swordfish", of: id) }
        #expect(error?.description.contains(mode == 0o600 ? "32 bytes" : "chmod 600") == true)
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == bytes)
    }

    @Test func aKeyThatIsALinkIsRefused() async throws {
        let directory = try TemporaryDirectory()
        let file = SecretKeyFile(path: directory.dataDirectory.secretKeyPath)
        try FileManager.default.createSymbolicLink(atPath: file.path, withDestinationPath: "/dev/zero")
        #expect(throws: StorageError.self) { try file.read() }
    }
}
