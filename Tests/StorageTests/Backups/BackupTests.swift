import Disk
import Domain
import Foundation
import GRDB
import Glibc
import TestSupport
import Testing
import Threads

@testable import Storage

struct BackupTests {
    private func mode(_ path: String) throws -> Int {
        try #require(FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int)
    }

    @Test func aBackupOfAnOpenDatabaseIsWholeAndForItsOwnerOnly() async throws {
        let home = try await BackupHome()
        let backup = try home.backUp()
        #expect(try home.left == ["lodestone-20260211T100000.000Z"])
        #expect(try mode(backup.path) == 0o700)
        let names = try FileManager.default.contentsOfDirectory(atPath: backup.path)
        #expect(Set(names) == ["lodestone.sqlite", "secrets.key", "manifest.json"])
        for name in names { #expect(try mode("\(backup.path)/\(name)") == 0o600, "\(name)") }
        #expect(backup.manifest.hasKey && !backup.manifest.isSealed)
        #expect(
            backup.manifest.dataDirectory == home.source.path && backup.manifest.lodestone == ServiceVersion.current)
        // Without a write-ahead log, so that the file is all there is.
        let copy = try DatabaseQueue(path: "\(backup.path)/lodestone.sqlite")
        try await copy.read { (db: Database) throws in
            #expect(try String.fetchOne(db, sql: "SELECT title FROM sessions") == home.session.title)
            #expect(try String.fetchOne(db, sql: "PRAGMA journal_mode") == "delete")
        }
        // The store goes on.
        _ = try await home.home.createSession()
    }

    @Test func whatIsWrittenMeanwhileIsThereWholeOrNotAtAll() async throws {
        let home = try await BackupHome()
        let writing = Task {
            while !Task.isCancelled { _ = try await home.home.createSession("Paint the fence") }
        }
        for number in 0..<5 {
            let backup = try home.backUp(at: TestClock().now + .seconds(number))
            let copy = try DatabaseQueue(path: "\(backup.path)/lodestone.sqlite")
            try await copy.read { (db: Database) throws in
                #expect(try DatabaseExamination.disagreements(db) == [])
                #expect(try Int.fetchOne(db, sql: "SELECT count(*) FROM sessions") ?? 0 > 0)
            }
        }
        writing.cancel()
        _ = try? await writing.value
    }

    @Test func nothingIsOverwritten() async throws {
        let home = try await BackupHome()
        let backup = try home.backUp()
        let before = try TreeDigest(of: backup.path)
        #expect(throws: BackupError.self) { try home.backUp() }
        #expect(try TreeDigest(of: backup.path) == before)
        #expect(try home.left.count == 1)
    }

    @Test func aDamagedDatabaseIsNoBackup() async throws {
        let home = try await BackupHome()
        let damaged = try TemporaryDirectory()
        let good = try home.backUp()
        let path = damaged.dataDirectory.databasePath
        try FileManager.default.copyItem(atPath: "\(good.path)/lodestone.sqlite", toPath: path)
        let file = try #require(FileHandle(forUpdatingAtPath: path))
        try file.seek(toOffset: 40_000)
        try file.write(contentsOf: Data(repeating: 0x5A, count: 60_000))
        try file.close()
        let destination = try TemporaryDirectory()
        let writer = BackupWriter(
            of: damaged.dataDirectory, to: destination.path, passphrase: nil, maker: .command)
        let error = #expect(throws: BackupError.self) { try writer.write(at: TestClock().now) }
        #expect(try #require(error).description.contains("damaged"))
        #expect(try FileManager.default.contentsOfDirectory(atPath: destination.path).isEmpty)
    }

    @Test func aKeyThatDoesNotFitIsNoBackup() async throws {
        let home = try await BackupHome()
        try Data(repeating: 1, count: 32).write(to: URL(fileURLWithPath: home.source.secretKeyPath))
        #expect(throws: BackupError.self) { try home.backUp() }
        #expect(try home.left == [])
    }

    @Test func withoutRoomNothingIsLeft() async throws {
        let home = try await BackupHome()
        let writer = BackupWriter(
            of: home.source, to: home.destination.path, passphrase: nil, maker: .command,
            space: DiskSpace { _ in 1 << 20 })
        let error = #expect(throws: BackupError.self) { try writer.write(at: TestClock().now) }
        #expect(try #require(error).description.contains("There is not enough room"))
        #expect(try home.left == [])
    }

    @Test(arguments: [1, 2, 20])
    func aDiskThatFillsUpMeanwhileLeavesNothing(at number: Int) async throws {
        let home = try await BackupHome()
        let disk = try FaultyDisk()
        disk.fail(.staysFull, at: number)
        let writer = BackupWriter(of: home.source, to: disk.directory.path, passphrase: nil, maker: .command)
        let error = #expect(throws: BackupError.self) { try writer.write(at: TestClock().now) }
        #expect(try #require(error).description.contains("There is not enough room"))
        #expect(try FileManager.default.contentsOfDirectory(atPath: disk.directory.path) == [])
        disk.mend()
        try await disk.close()
    }

    @Test func aBackupThatIsCancelledLeavesNothing() async throws {
        let home = try await BackupHome()
        let cancellation = Cancellation()
        cancellation.cancel()
        let writer = BackupWriter(of: home.source, to: home.destination.path, passphrase: nil, maker: .schedule)
        #expect(throws: CancellationError.self) { try writer.write(at: TestClock().now, unless: cancellation) }
        #expect(try home.left == [])
    }

    @Test func whatAKilledProcessLeftIsRemovedAndWhatIsBeingMadeIsNot() async throws {
        let home = try await BackupHome()
        let abandoned = "\(home.destination.path)/.lodestone-20260101T000000.000Z.partial"
        try FileManager.default.createDirectory(atPath: abandoned, withIntermediateDirectories: false)
        let another = try StagingDirectory(for: "lodestone-20260102T000000.000Z", in: home.destination.path)
        _ = try home.backUp()
        #expect(!FileManager.default.fileExists(atPath: abandoned))
        #expect(FileManager.default.fileExists(atPath: another.path))
    }

    @Test func theKeyIsSealedWithThePassphrase() async throws {
        let home = try await BackupHome()
        let key = try Data(contentsOf: URL(fileURLWithPath: home.source.secretKeyPath))
        let backup = try home.backUp(sealedWith: BackupHome.passphrase)
        #expect(backup.manifest.isSealed)
        for name in try FileManager.default.contentsOfDirectory(atPath: backup.path) {
            let content = try Data(contentsOf: URL(fileURLWithPath: "\(backup.path)/\(name)"))
            #expect(content.firstRange(of: key) == nil, "\(name)")
            #expect(content.firstRange(of: Data(key.base64EncodedString().utf8)) == nil, "\(name)")
            #expect(content.firstRange(of: Data(BackupHome.secret.utf8)) == nil, "\(name)")
            #expect(content.firstRange(of: Data(BackupHome.passphrase.text.utf8)) == nil, "\(name)")
        }
    }

    @Test func onlyOwnBackupsAreFound() async throws {
        let home = try await BackupHome()
        let first = try home.backUp(maker: .schedule)
        let second = try home.backUp(at: TestClock().now + .seconds(1))
        let other = try await BackupHome()
        let foreign = try other.backUp()
        let fm = FileManager.default
        try fm.copyItem(atPath: foreign.path, toPath: "\(home.destination.path)/lodestone-20260211T100009.000Z")
        try fm.copyItem(atPath: first.path, toPath: "\(home.destination.path)/lodestone-copy")
        try fm.createDirectory(
            atPath: "\(home.destination.path)/lodestone-mine", withIntermediateDirectories: false)
        #expect(Backup.all(of: home.source, in: home.destination.path).map(\.path) == [second.path, first.path])
        try first.remove()
        #expect(Backup.all(of: home.source, in: home.destination.path).map(\.path) == [second.path])
    }
}

/// The names and contents of all files below a directory.
struct TreeDigest: Equatable {
    private let files: [String: Data?]

    init(of path: String) throws {
        files = try FileManager.default.subpathsOfDirectory(atPath: path).reduce(into: [:]) { files, name in
            files[name] = FileManager.default.contents(atPath: "\(path)/\(name)")
        }
    }
}
