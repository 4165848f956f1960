import Disk
import Domain
import Foundation
import GRDB
import Synchronization
import TestSupport
import Testing

@testable import Storage

struct StorageHealthTests {
    private func makeConnections(
        in directory: TemporaryDirectory, log: RecordedLog = RecordedLog(), space: DiskSpace = .system
    ) async throws -> Connections {
        let connections = try Connections(
            path: directory.dataDirectory.databasePath, logger: log.logger, space: space)
        try await connections.write { try $0.execute(sql: "CREATE TABLE numbers (n INTEGER PRIMARY KEY)") }
        return connections
    }

    private func add(_ number: Int, to connections: Connections) async throws {
        try await connections.write { try $0.execute(sql: "INSERT INTO numbers VALUES (?)", arguments: [number]) }
    }

    @Test(arguments: ["", "-wal", "-shm"], [true, false])
    func nothingIsAnsweredIntoFilesThatAreGone(suffix: String, isReplaced: Bool) async throws {
        let directory = try TemporaryDirectory()
        let log = RecordedLog()
        let connections = try await makeConnections(in: directory, log: log)
        try await add(1, to: connections)
        let path = directory.dataDirectory.databasePath + suffix
        let aside = path + ".aside"
        try FileManager.default.moveItem(atPath: path, toPath: aside)
        if isReplaced { try FileManager.default.copyItem(atPath: aside, toPath: path) }
        await #expect(throws: DomainError.writingStopped) { try await add(2, to: connections) }
        guard case .stopped(let reason) = connections.health.check() else {
            Issue.record("it isn't told that writing stopped")
            return
        }
        #expect(reason.contains(path))
        #expect(reason.contains(isReplaced ? "replaced" : "gone"))
        #expect(log.lines.filter { $0.contains("changes are not stored") }.count == 1)
        // Open files can still be read.
        #expect(try await connections.read { try Int.fetchAll($0, sql: "SELECT n FROM numbers") } == [1])
    }

    @Test func aWriteAheadLogThatIsGoneIsSaved() async throws {
        let directory = try TemporaryDirectory()
        let copy = try TemporaryDirectory()
        let connections = try await makeConnections(in: directory)
        try await add(1, to: connections)
        try FileManager.default.removeItem(atPath: directory.dataDirectory.databasePath + "-wal")
        await connections.maintain()
        // As a process that is killed now leaves it.
        try FileManager.default.copyItem(
            atPath: directory.dataDirectory.databasePath, toPath: copy.dataDirectory.databasePath)
        let restarted = try Connections(path: copy.dataDirectory.databasePath, logger: .silent)
        #expect(try await restarted.read { try Int.fetchAll($0, sql: "SELECT n FROM numbers") } == [1])
    }

    @Test func aFullDiskIsToldUntilThereIsRoomAndAWriteSucceeded() async throws {
        let directory = try TemporaryDirectory()
        let log = RecordedLog()
        let space = Mutex(StorageHealth.reserve)
        let connections = try await makeConnections(
            in: directory, log: log, space: DiskSpace { _ in space.withLock(\.self) })
        #expect(connections.health.check() == .writable)
        space.withLock { $0 = StorageHealth.reserve - 1 }
        #expect(connections.health.check().reason?.contains("is full") == true)
        let reason = connections.health.noteFailure(DatabaseError(resultCode: .SQLITE_FULL))
        #expect(reason as? DomainError == .diskFull)
        // Small writes may still succeed.
        try await add(1, to: connections)
        await connections.maintain()
        #expect(connections.health.check() != .writable)
        space.withLock { $0 = StorageHealth.reserve }
        #expect(connections.health.check() != .writable)
        await connections.maintain()
        #expect(connections.health.check() == .writable)
        #expect(log.lines.filter { $0.contains("changes are not stored") }.count == 1)
        #expect(log.lines.last?.contains("changes are stored again") == true)
    }

    /// The system has another word for it than for a full disk, and the file system has room.
    @Test func aQuotaThatIsUsedUpIsToldAsAFullDisk() async throws {
        let disk = try FaultyDisk()
        try await {
            let connections = try await makeConnections(in: disk.directory)
            disk.fail(.overQuota, at: 1)
            await #expect(throws: DomainError.diskFull) { try await add(1, to: connections) }
            guard case .full(let reason) = connections.health.check() else {
                Issue.record("it isn't told that there is no room")
                return
            }
            #expect(reason.contains("its owner's quota is used up"))
            disk.mend()
            await connections.maintain()
            #expect(connections.health.check() == .writable)
            try await add(2, to: connections)
            #expect(try await connections.read { try Int.fetchAll($0, sql: "SELECT n FROM numbers") } == [2])
        }()
        try await disk.close()
    }

    @Test func nothingIsWrittenAfterASyncThatFailed() async throws {
        let disk = try FaultyDisk()
        try await {
            let log = RecordedLog()
            let connections = try await makeConnections(in: disk.directory, log: log)
            try await add(1, to: connections)
            disk.fail(.sync, at: 1)
            await #expect(throws: DomainError.writingStopped) { try await add(2, to: connections) }
            disk.mend()
            await #expect(throws: DomainError.writingStopped) { try await add(3, to: connections) }
            await connections.maintain()
            #expect(connections.health.isStopped)
            #expect(try await connections.read { try Int.fetchAll($0, sql: "SELECT n FROM numbers") } == [1])
            #expect(log.lines.filter { $0.contains("error ") }.count == 1)
        }()
        try await disk.close()
    }

    /// SQLite itself would keep to itself that the sync of a checkpoint failed.
    @Test func nothingIsWrittenAfterACheckpointsSyncFailed() async throws {
        let disk = try FaultyDisk()
        try await {
            let connections = try await makeConnections(in: disk.directory)
            try await connections.write { try $0.execute(sql: "CREATE TABLE large (bytes)") }
            // The commit's own sync is the first, the checkpoint's the second and third.
            disk.fail(.sync, at: 3)
            try await connections.write { try $0.execute(sql: "INSERT INTO large VALUES (zeroblob(6000000))") }
            await #expect(throws: DomainError.writingStopped) { try await add(2, to: connections) }
        }()
        try await disk.close()
    }
}
