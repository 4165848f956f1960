import Domain
import Foundation
import Logging
import ServiceLifecycle
import Storage
import TestSupport
import Testing
import Web

@testable import Server

struct BackupScheduleTests {
    @Test func aServerMakesBackupsAndTellsTheirAge() async throws {
        let destination = try TemporaryDirectory()
        let directory = try TemporaryDirectory()
        let administrator = Administrator(directory.dataDirectory, logger: .silent)
        _ = try await administrator.perform(
            SetUp(organization: "Acme", name: "Alice", email: "alice@example.com", password: TestService.password))
        let environment = ["LODESTONE_BACKUP_DIRECTORY": "\(destination.path)/backups"]
        try await RunningServer.run(in: directory, environment: environment) { server in
            try await eventually {
                try await server.get("/readyz", key: "").body.contains(#""backupAgeSeconds":"#)
            }
            #expect(try await server.get("/metrics", key: "").body.contains("\nlodestone_backup_succeeded 1\n"))
        }
        let backups = Backup.all(of: directory.dataDirectory, in: "\(destination.path)/backups")
        #expect(backups.count == 1 && backups.first?.manifest.maker == .schedule)
    }

    @Test func aDirectoryThatOthersMayOpenIsRefused() async throws {
        let destination = try TemporaryDirectory()
        chmod(destination.path, 0o755)
        await #expect(throws: StorageError.openToOthers(path: destination.path, mode: 0o755, allowed: 0o700)) {
            try await RunningServer.run(environment: ["LODESTONE_BACKUP_DIRECTORY": destination.path]) { _ in }
        }
    }

    @Test func backupsComeInTimeAndOldOnesOfTheScheduleGo() async throws {
        let schedule = try await Schedule(kept: 2)
        let byHand = try schedule.administrator.backUp(to: schedule.destination.path, passphrase: nil)
        try await schedule.run { schedule in
            for number in 1...4 {
                try await eventually { schedule.log.lines.count { $0.contains("backup made") } == number }
                schedule.clock.advance(by: .seconds(3600))
            }
            try await eventually { schedule.log.lines.count { $0.contains("backup made") } == 5 }
        }
        let backups = Backup.all(of: schedule.directory.dataDirectory, in: schedule.destination.path)
        let own = backups.filter { $0.manifest.maker == .schedule }
        #expect(own.map(\.manifest.createdAt) == [4, 3].map { TestClock().now + .seconds($0 * 3600) })
        #expect(backups.contains { $0.path == byHand.path })
    }

    @Test func aFailureIsToldAndTriedAgain() async throws {
        let schedule = try await Schedule(kept: 2)
        let key = schedule.directory.dataDirectory.secretKeyPath
        try Data(count: 5).write(to: URL(fileURLWithPath: key))
        chmod(key, 0o600)
        try await schedule.run { schedule in
            try await eventually { schedule.log.lines.contains { $0.contains("error no backup was made") } }
            #expect(schedule.status.warning(at: schedule.clock.now)?.contains("There is no good backup") == true)
            try FileManager.default.removeItem(atPath: key)
            schedule.clock.advance(by: .seconds(599))
            try await Task.sleep(for: .milliseconds(50))
            #expect(schedule.status.lastGood == nil)
            schedule.clock.advance(by: .seconds(1))
            try await eventually { schedule.status.lastGood != nil }
            try await eventually { schedule.status.warning(at: schedule.clock.now) == nil }
        }
    }
}

/// A schedule of hourly backups on a clock that a test moves.
private struct Schedule {
    let directory: TemporaryDirectory
    let destination: TemporaryDirectory
    let clock = TestClock()
    let log = RecordedLog()
    let status: BackupStatus
    let kept: Int

    init(kept: Int) async throws {
        directory = try TemporaryDirectory()
        destination = try TemporaryDirectory()
        status = BackupStatus(interval: .seconds(3600), startedAt: clock.now)
        self.kept = kept
        _ = try await administrator.perform(
            SetUp(organization: "Acme", name: "Alice", email: "alice@example.com", password: TestService.password))
    }

    var administrator: Administrator { Administrator(directory.dataDirectory, logger: .silent) }

    func run(_ test: @Sendable @escaping (Schedule) async throws -> Void) async throws {
        let service = BackupSchedule(
            configuration: BackupConfiguration(
                directory: destination.path, interval: .seconds(3600), kept: kept, passphrase: nil),
            dataDirectory: directory.dataDirectory, status: status, clock: clock.clock, logger: log.logger,
            pause: .milliseconds(5))
        let group = ServiceGroup(services: [service], logger: .silent)
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await group.run() }
            try await test(self)
            await group.triggerGracefulShutdown()
            try await tasks.waitForAll()
        }
    }
}
