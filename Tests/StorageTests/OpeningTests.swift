import Domain
import Foundation
import GRDB
import Glibc
import TestSupport
import Testing

@testable import Storage

struct OpeningTests {
    private func open(_ directory: TemporaryDirectory) throws -> DataStore {
        try DataStore(
            openIn: directory.dataDirectory, holding: directory.dataDirectory.lock(), logger: .silent)
    }

    @Test func whatIsWrittenIsThereAfterReopening() async throws {
        let directory = try TemporaryDirectory()
        let team = try await TestStore.organization(in: try open(directory))
        #expect(try await open(directory).accounts.organizations() == [team])
    }

    /// The owner could not open what root creates there. Through a running server, root can do everything.
    @Test(.enabled(if: geteuid() == 0)) func rootCreatesNoFileInAnotherUsersDirectory() throws {
        let directory = try TemporaryDirectory()
        #expect(chown(directory.path, 1234, 1234) == 0)
        let foreign = StorageError.foreignOwner(path: directory.path, owner: 1234)
        #expect(throws: foreign) { try directory.dataDirectory.lock() }
        #expect(try FileManager.default.contentsOfDirectory(atPath: directory.path).isEmpty)
        #expect(chown(directory.path, 0, 0) == 0)
        let lock = try directory.dataDirectory.lock()
        withExtendedLifetime(lock) {
            #expect(chown(directory.path, 1234, 1234) == 0)
            #expect(throws: StorageError.directoryInUse(path: directory.path)) {
                try directory.dataDirectory.lock(waitingFor: 0)
            }
        }
    }

    @Test func aCommitIsOnDiskAndReadersCannotWrite() async throws {
        let directory = try TemporaryDirectory()
        let connections = try Connections(path: directory.dataDirectory.databasePath, logger: .silent)
        #expect(try await connections.write { try Int.fetchOne($0, sql: "PRAGMA synchronous") } == 2)
        #expect(try await connections.read { try Int.fetchOne($0, sql: "PRAGMA query_only") } == 1)
        #expect(try await connections.write { try String.fetchOne($0, sql: "PRAGMA journal_mode") } == "wal")
        #expect(try await connections.write { try Int.fetchOne($0, sql: "PRAGMA foreign_keys") } == 1)
        await #expect(throws: (any Error).self) {
            try await connections.read { try $0.execute(sql: "DELETE FROM events") }
        }
    }

    @Test func anotherProgramsDatabaseIsLeftAlone() throws {
        let directory = try TemporaryDirectory()
        let path = directory.dataDirectory.databasePath
        let other = try DatabaseQueue(path: path)
        try other.write { try $0.execute(sql: "CREATE TABLE mine (x); INSERT INTO mine VALUES (1)") }
        try other.close()
        chmod(path, 0o600)
        let before = try Data(contentsOf: URL(fileURLWithPath: path))
        #expect(throws: StorageError.foreignDatabase(path: path)) { try open(directory) }
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
    }

    @Test func aFileThatIsNoDatabaseIsLeftAlone() throws {
        let directory = try TemporaryDirectory()
        let path = directory.dataDirectory.databasePath
        let text = Data(String(repeating: "just some notes\n", count: 100).utf8)
        try text.write(to: URL(fileURLWithPath: path))
        chmod(path, 0o600)
        #expect(throws: StorageError.foreignDatabase(path: path)) { try open(directory) }
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == text)
    }

    @Test func aNewerDatabaseIsLeftAlone() async throws {
        let directory = try TemporaryDirectory()
        let path = directory.dataDirectory.databasePath
        do {
            let connections = try Connections(path: path, logger: .silent)
            try await connections.write {
                try $0.execute(sql: "INSERT INTO grdb_migrations (identifier) VALUES ('999')")
            }
        }
        #expect(throws: StorageError.newerDatabase(path: path)) { try open(directory) }
    }

    @Test(arguments: ["ALTER TABLE sessions ADD COLUMN colour TEXT", "DROP INDEX push_outbox_sent"])
    func aDatabaseWithOtherTablesIsLeftAlone(change: String) throws {
        let directory = try TemporaryDirectory()
        let path = directory.dataDirectory.databasePath
        _ = try open(directory)
        let queue = try DatabaseQueue(path: path)
        try queue.writeWithoutTransaction { try $0.execute(sql: "\(change); PRAGMA wal_checkpoint(TRUNCATE)") }
        try queue.close()
        let before = try Data(contentsOf: URL(fileURLWithPath: path))
        #expect(throws: StorageError.unreleasedDatabase(path: path)) { try open(directory) }
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
    }

    @Test(arguments: ["ANALYZE", "CREATE TABLE _litestream_seq (id INTEGER PRIMARY KEY, seq INTEGER)"])
    func tablesBesideOursAreNoChange(statement: String) throws {
        let directory = try TemporaryDirectory()
        _ = try open(directory)
        let queue = try DatabaseQueue(path: directory.dataDirectory.databasePath)
        try queue.write { try $0.execute(sql: statement) }
        try queue.close()
        _ = try open(directory)
    }

    @Test func aDatabaseWhoseMakingWasInterruptedIsFinished() async throws {
        let directory = try TemporaryDirectory()
        let begun = try DatabaseQueue(path: directory.dataDirectory.databasePath)
        try await begun.writeWithoutTransaction(Schema.claim)
        try await begun.write {
            try $0.execute(sql: "CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY)")
        }
        try begun.close()
        chmod(directory.dataDirectory.databasePath, 0o600)
        _ = try await TestStore.organization(in: try open(directory))
    }

    @Test func aDirectoryHasOneHolder() throws {
        let directory = try TemporaryDirectory()
        var held: DirectoryLock? = try directory.dataDirectory.lock()
        #expect(throws: StorageError.directoryInUse(path: directory.path)) { try directory.dataDirectory.lock() }
        withExtendedLifetime(held) {}
        held = nil
        _ = try directory.dataDirectory.lock()
    }

    @Test func aDirectoryThatIsLetGoInTimeIsTaken() async throws {
        let directory = try TemporaryDirectory()
        var held: DirectoryLock? = try directory.dataDirectory.lock()
        let ending = Task.detached { [held] in
            try await Task.sleep(for: .milliseconds(50))
            withExtendedLifetime(held) {}
        }
        held = nil
        _ = try directory.dataDirectory.lock(waitingFor: 60_000)
        try await ending.value
    }

    /// A descriptor that is closed twice is by then somebody else's: a socket's, or a file's.
    @Test func aRefusedLockClosesOnlyItsOwnFile() async throws {
        let directory = try TemporaryDirectory()
        let held = try directory.dataDirectory.lock()
        async let refusals: Void = {
            for _ in 0..<50_000 { _ = try? directory.dataDirectory.lock(waitingFor: 0) }
        }()
        for _ in 0..<50_000 {
            let file = Glibc.open("/dev/null", O_RDONLY)
            // Long enough for the other to have closed it by mistake.
            let isStillOpen = (0..<10).allSatisfy { _ in fcntl(file, F_GETFD) >= 0 }
            if isStillOpen { close(file) } else { Issue.record("somebody closed a file that isn't theirs") }
        }
        await refusals
        withExtendedLifetime(held) {}
    }

    @Test func aDirectoryThatCannotBeWrittenIsRefused() throws {
        for path in ["/proc/lodestone", "/dev/null/lodestone"] {
            #expect(throws: StorageError.self) { try DataDirectory(path: path).create() }
        }
    }
}
