import Domain
import Foundation
import GRDB
import Glibc
import TestSupport
import Testing

@testable import Storage

struct RestoreTests {
    @Test(arguments: [true, false])
    func aBackupIsRestoredElsewhere(isSealed: Bool) async throws {
        let home = try await BackupHome()
        let passphrase = isSealed ? BackupHome.passphrase : nil
        let backup = try home.backUp(sealedWith: passphrase)
        let elsewhere = try TemporaryDirectory()
        #expect(try backup.restore(to: elsewhere, passphrase: passphrase) == nil)
        #expect(Set(try elsewhere.files().keys) == ["lodestone.sqlite", "secrets.key", "lock"])
        for name in try elsewhere.files().keys {
            let mode = try FileManager.default.attributesOfItem(atPath: "\(elsewhere.path)/\(name)")[.posixPermissions]
            #expect(mode as? Int == 0o600, "\(name)")
        }
        let store = try elsewhere.openStore()
        let organization = home.home.organization.id
        #expect(
            try await store.sessions.detail(of: home.session.id, in: organization).session.title == home.session.title)
        let key = try Data(contentsOf: URL(fileURLWithPath: elsewhere.dataDirectory.secretKeyPath))
        #expect(try key == Data(contentsOf: URL(fileURLWithPath: home.source.secretKeyPath)))
        // It can be written to.
        _ = try await store.accounts.organizations()
    }

    @Test func whatIsReplacedIsKept() async throws {
        let home = try await BackupHome()
        let backup = try home.backUp()
        let elsewhere = try TemporaryDirectory()
        do {
            let store = try elsewhere.openStore()
            _ = try await TestStore.organization(in: store)
        }
        try await eventually { !FileManager.default.fileExists(atPath: elsewhere.dataDirectory.databasePath + "-wal") }
        try Data(repeating: 3, count: 32).write(to: URL(fileURLWithPath: elsewhere.dataDirectory.secretKeyPath))
        chmod(elsewhere.dataDirectory.secretKeyPath, 0o600)
        let before = try elsewhere.files().filter { $0.key.hasPrefix("lodestone.sqlite") || $0.key == "secrets.key" }
        let kept = try #require(try backup.restore(to: elsewhere))
        #expect(kept == "\(elsewhere.path)/replaced-20260211T100000.000Z")
        let after = try before.keys.reduce(into: [:]) { files, name in
            files[name] = try Data(contentsOf: URL(fileURLWithPath: "\(kept)/\(name)"))
        }
        #expect(after == before)
        #expect(try FileManager.default.contentsOfDirectory(atPath: kept).count == before.count)
        _ = try elsewhere.openStore()
    }

    @Test(arguments: [true, false])
    func signInsEndOnlyIfAskedTo(isAsked: Bool) async throws {
        let home = try await BackupHome()
        let browser = NewBrowserSession(id: .random(), digest: SecretDigest(bytes: Array(repeating: 1, count: 32)))
        try await home.home.store.browserSessions.create(browser, of: home.home.author.id, at: home.home.clock.now)
        let elsewhere = try TemporaryDirectory()
        _ = try home.backUp().restore(to: elsewhere, endsBrowserSessions: isAsked)
        let queue = try DatabaseQueue(path: elsewhere.dataDirectory.databasePath)
        let left = try await queue.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM browser_sessions") }
        #expect(left == (isAsked ? 0 : 1))
        #expect(try await queue.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM users") } == 1)
    }

    @Test func aDirectoryInUseIsRefused() async throws {
        let home = try await BackupHome()
        let backup = try home.backUp()
        let elsewhere = try TemporaryDirectory()
        let store = try elsewhere.openStore()
        let before = try elsewhere.files()
        #expect(throws: StorageError.directoryInUse(path: elsewhere.path)) { try backup.restore(to: elsewhere) }
        #expect(try elsewhere.files() == before)
        withExtendedLifetime(store) {}
    }

    @Test(arguments: ["lodestone.sqlite", "secrets.key", "manifest.json"])
    func anAlteredBackupChangesNothing(name: String) async throws {
        let home = try await BackupHome()
        let backup = try home.backUp()
        let file = try #require(FileHandle(forUpdatingAtPath: "\(backup.path)/\(name)"))
        try file.seek(toOffset: 20)
        try file.write(contentsOf: Data([0xFF, 0x00, 0xFF]))
        try file.close()
        let elsewhere = try TemporaryDirectory()
        _ = try elsewhere.openStore()
        let before = try elsewhere.files()
        #expect(throws: (any Error).self) { try Backup(at: backup.path).restore(to: elsewhere) }
        #expect(try elsewhere.files() == before)
    }

    @Test func anotherPassphraseOpensNothing() async throws {
        let home = try await BackupHome()
        let backup = try home.backUp(sealedWith: BackupHome.passphrase)
        let elsewhere = try TemporaryDirectory()
        #expect(throws: BackupError.passphraseNeeded) { try backup.restore(to: elsewhere) }
        #expect(throws: BackupError.wrongPassphrase) {
            try backup.restore(to: elsewhere, passphrase: HiddenText("another passphrase"))
        }
        #expect(Set(try FileManager.default.contentsOfDirectory(atPath: elsewhere.path)) == ["lock"])
    }

    @Test func aNewerBackupIsRefused() async throws {
        let home = try await BackupHome()
        let backup = try home.backUp()
        let queue = try DatabaseQueue(path: "\(backup.path)/lodestone.sqlite")
        try await queue.write { try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('999')") }
        try queue.close()
        let elsewhere = try TemporaryDirectory()
        #expect(throws: StorageError.newerDatabase(path: "\(backup.path)/lodestone.sqlite")) {
            try backup.restore(to: elsewhere)
        }
        #expect(try elsewhere.files().isEmpty)
    }

    /// However far an interrupted restore came, no server starts on half of it, and another restore completes it.
    @Test(arguments: 1...4)
    func anInterruptedRestoreIsRepeated(step: Int) async throws {
        let home = try await BackupHome()
        let backup = try home.backUp()
        let elsewhere = try TemporaryDirectory()
        _ = try elsewhere.openStore()
        let kept = "\(elsewhere.path)/replaced-20260210T000000.000Z"
        try FileManager.default.createDirectory(atPath: kept, withIntermediateDirectories: false)
        let present = ["", "-wal", "-shm"].map { "lodestone.sqlite\($0)" }.filter {
            FileManager.default.fileExists(atPath: "\(elsewhere.path)/\($0)")
        }
        for name in present.prefix(step) {
            try FileManager.default.moveItem(atPath: "\(elsewhere.path)/\(name)", toPath: "\(kept)/\(name)")
        }
        if step == 4 {
            try FileManager.default.copyItem(
                atPath: "\(backup.path)/secrets.key", toPath: elsewhere.dataDirectory.secretKeyPath)
        }
        #expect(throws: StorageError.self) { try elsewhere.openStore() }
        _ = try backup.restore(to: elsewhere)
        let store = try elsewhere.openStore()
        #expect(try await store.accounts.organizations().count == 1)
    }

    @Test func somethingElseIsNoBackup() throws {
        let directory = try TemporaryDirectory()
        #expect(throws: BackupError.self) { try Backup(at: directory.path) }
        for text in ["{}", "no JSON", #"{"format":"lodestone-backup","version":2}"#] {
            try text.write(toFile: "\(directory.path)/manifest.json", atomically: false, encoding: .utf8)
            #expect(throws: BackupError.self) { try Backup(at: directory.path) }
        }
        let outside = """
            {"format":"lodestone-backup","version":1,"createdAt":"2026-01-01T00:00:00.000Z","maker":"command",
            "dataDirectory":"/x","lodestone":"0","sqlite":"3","files":[
            {"name":"lodestone.sqlite","bytes":1,"sha256":""},{"name":"../../x","bytes":1,"sha256":""}]}
            """
        try outside.write(toFile: "\(directory.path)/manifest.json", atomically: false, encoding: .utf8)
        #expect(throws: BackupError.self) { try Backup(at: directory.path) }
    }
}
