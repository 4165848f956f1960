import Disk
import Domain
import Foundation
import GRDB
import Glibc
import TestSupport
import Testing

@testable import Storage

struct UpgradeTests {
    /// The schema of each release, as it was.
    private static let fixtures = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../Fixtures").standardizedFileURL

    private static var versions: [(release: String, migration: String)] { [("0.2.0", "1")] }

    private func shape(_ db: Database) throws -> [String] {
        try String.fetchAll(db, sql: "SELECT type || ' ' || name FROM sqlite_schema ORDER BY 1")
    }

    @Test(arguments: versions)
    func aDatabaseOfAReleaseBecomesLikeANewOne(release: String, migration: String) throws {
        let directory = try TemporaryDirectory()
        let path = directory.dataDirectory.databasePath
        let sql = try String(contentsOf: Self.fixtures.appending(path: "schema-\(release).sql"), encoding: .utf8)
        let old = try DatabaseQueue(path: path)
        try old.writeWithoutTransaction { db in
            try Schema.claim(db)
            try db.execute(sql: sql)
            try SearchState.create(db)
            try db.execute(sql: "CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY)")
            try db.execute(sql: "INSERT INTO grdb_migrations VALUES (?)", arguments: [migration])
        }
        try old.close()
        let upgraded = try DatabaseFile.open(at: path, Configuration())
        let fresh = try DatabaseQueue()
        try Schema.migrator.migrate(fresh)
        let hint: Comment = """
            While \(release) is not released: cp schema.sql Tests/StorageTests/Fixtures/schema-\(release).sql. \
            Afterwards the schema needs a migration.
            """
        #expect(try upgraded.read(Schema.isAsMigrated), hint)
        #expect(try upgraded.read(shape) == fresh.read(shape), hint)
    }

    /// Two migrations after the first, the second with much to write.
    private var migrator: DatabaseMigrator {
        var migrator = Schema.migrator
        migrator.registerMigration("2") { db in
            try db.execute(sql: "ALTER TABLE sessions ADD COLUMN color TEXT; UPDATE sessions SET color = 'red'")
        }
        migrator.registerMigration("3") { db in
            try db.execute(sql: "CREATE TABLE colors AS SELECT id, color, zeroblob(5000) AS padding FROM sessions")
        }
        return migrator
    }

    private func makeDatabase() async throws -> TemporaryDirectory {
        let home = try await BackupHome()
        for _ in 0..<20 { _ = try await home.home.createSession() }
        let directory = try TemporaryDirectory()
        _ = try home.backUp().restore(to: directory)
        return directory
    }

    private func copies(in directory: TemporaryDirectory) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: directory.path).filter { $0.hasPrefix("before") }
    }

    @Test func aCopyIsMadeBeforeAMigrationAndNoneOtherwise() async throws {
        let directory = try await makeDatabase()
        let path = directory.dataDirectory.databasePath
        try DatabaseFile.open(at: path, Configuration()).close()
        #expect(try copies(in: directory) == [])
        try DatabaseFile.open(at: path, Configuration(), migrator: migrator).close()
        let copy = "\(directory.path)/before-upgrade-1-to-3.sqlite"
        #expect(try FileManager.default.attributesOfItem(atPath: copy)[.posixPermissions] as? Int == 0o600)
        let before = try DatabaseQueue(path: copy)
        #expect(try await before.read { try Schema.migrator.appliedMigrations($0) } == ["1"])
        #expect(try await before.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM sessions") } == 21)
        #expect(try await before.read(Schema.isAsMigrated))
    }

    @Test func withoutRoomForTheCopyNothingIsMigrated() async throws {
        let directory = try await makeDatabase()
        let pool = try DatabasePool(path: directory.dataDirectory.databasePath)
        #expect(throws: StorageError.self) {
            try UpgradeCopy.makeIfNeeded(
                of: directory.dataDirectory.databasePath, pool, migrator, space: DiskSpace { _ in 1 << 20 })
        }
        #expect(try copies(in: directory) == [])
    }

    /// A cut is harder than a kill: it also loses what was not synced.
    @Test func aMigrationThatWasCutOffAnywhereGoesOnAtTheNextStart() async throws {
        let (template, migrator) = (try await makeDatabase(), migrator)
        let whole = try FaultyDisk(copying: template)
        try DatabaseFile.open(at: whole.directory.dataDirectory.databasePath, Configuration(), migrator: migrator)
            .close()
        let operations = whole.operationCount
        try await whole.close()
        #expect(operations > 20)
        var steps: Set<[String]> = []
        for number in stride(from: 1, through: operations, by: max(1, operations / 60)) {
            let disk = try FaultyDisk(copying: template)
            disk.cut(at: number)
            try? DatabaseFile.open(at: disk.directory.dataDirectory.databasePath, Configuration(), migrator: migrator)
                .close()
            let survivors = try disk.survivors(seed: UInt64(number))
            try await disk.close()
            let path = survivors.dataDirectory.databasePath
            steps.insert(try await DatabaseQueue(path: path).read { try migrator.appliedMigrations($0) })
            let pool = try DatabaseFile.open(at: path, Configuration(), migrator: migrator)
            try await pool.read { (db: Database) throws in
                #expect(try DatabaseExamination.damage(db) == [], "cut at \(number)")
                #expect(try migrator.appliedMigrations(db) == ["1", "2", "3"])
                #expect(try Int.fetchOne(db, sql: "SELECT count(*) FROM colors WHERE color = 'red'") == 21)
            }
            try pool.close()
        }
        #expect(steps.count > 1, "no cut came between two migrations")
    }

    @Test func anOlderProgramLeavesANewerDatabaseByteForByte() async throws {
        let directory = try await makeDatabase()
        let path = directory.dataDirectory.databasePath
        try DatabaseFile.open(at: path, Configuration(), migrator: migrator).close()
        let before = try directory.files()
        #expect(throws: StorageError.newerDatabase(path: path)) { try directory.openStore() }
        let after = try directory.files()
        // Readers write their positions into the log's index, which is no part of the data.
        let changed = before.keys.filter { !$0.hasSuffix("-shm") && before[$0] != after[$0] }
        #expect(changed.isEmpty)
    }
}
