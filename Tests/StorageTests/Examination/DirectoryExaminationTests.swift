import Disk
import Domain
import Foundation
import GRDB
import Glibc
import TestSupport
import Testing

@testable import Storage

struct DirectoryExaminationTests {
    private func problems(_ directory: DataDirectory) -> [String] {
        DirectoryExamination(of: directory).run().filter { $0.level != .ok }.map { "\($0.subject): \($0.detail)" }
    }

    /// A database at rest with a session and a secret.
    private func atRest() async throws -> TemporaryDirectory {
        let home = try await BackupHome()
        let directory = try TemporaryDirectory()
        _ = try home.backUp().restore(to: directory)
        return directory
    }

    @Test func aDirectoryInUseIsFoundSoundAndLeftAsItIs() async throws {
        let home = try await BackupHome()
        let path = home.source.databasePath
        let before = try [path, "\(path)-wal"].map { try Data(contentsOf: URL(fileURLWithPath: $0)) }
        let findings = DirectoryExamination(of: home.source).run()
        #expect(findings.allSatisfy { $0.level == .ok }, "\(findings)")
        #expect(findings.contains(.ok("server", "A server is using the directory.")))
        #expect(findings.contains(.ok("key", "The key fits all secrets.")))
        #expect(try [path, "\(path)-wal"].map { try Data(contentsOf: URL(fileURLWithPath: $0)) } == before)
    }

    @Test func aDirectoryThatIsMissingOrEmptyIsToldSo() throws {
        #expect(problems(DataDirectory(path: "/nowhere/at/all")) == ["directory: /nowhere/at/all does not exist."])
        let empty = try TemporaryDirectory()
        #expect(
            problems(empty.dataDirectory) == ["database: \(empty.dataDirectory.databasePath) is missing or empty."])
        #expect(try FileManager.default.contentsOfDirectory(atPath: empty.path).isEmpty)
    }

    @Test func accessOfOthersIsFound() async throws {
        let directory = try await atRest()
        chmod(directory.path, 0o755)
        chmod(directory.dataDirectory.secretKeyPath, 0o640)
        let found = problems(directory.dataDirectory)
        #expect(found.count { $0.hasPrefix("access: ") } == 2, "\(found)")
        #expect(found.contains { $0.contains("chmod 0700 '\(directory.path)'") })
    }

    @Test func aKeyThatIsMissingOrAnotherIsFound() async throws {
        let directory = try await atRest()
        let key = directory.dataDirectory.secretKeyPath
        try Data(repeating: 1, count: 32).write(to: URL(fileURLWithPath: key))
        let other = problems(directory.dataDirectory)
        #expect(other.count == 1 && other[0].hasPrefix("key: The secret TOKEN"), "\(other)")
        try FileManager.default.removeItem(atPath: key)
        #expect(problems(directory.dataDirectory) == ["key: The database has secrets, but their key is missing."])
    }

    @Test(arguments: [
        (
            "UPDATE sessions SET message_count = message_count + 5, last_sequence = last_sequence + 5",
            "counts: 1 sessions"
        ),
        ("DELETE FROM title_search", "counts: the search index lacks"),
        ("PRAGMA foreign_keys = OFF; DELETE FROM users", "database: a row of"),
    ])
    func whatDoesNotAgreeIsFound(statement: String, finding: String) async throws {
        let directory = try await atRest()
        let queue = try DatabaseQueue(path: directory.dataDirectory.databasePath)
        try await queue.writeWithoutTransaction { try $0.execute(sql: statement) }
        try queue.close()
        let found = problems(directory.dataDirectory)
        #expect(found.contains { $0.hasPrefix(finding) }, "\(found)")
    }

    @Test func damageIsFound() async throws {
        let directory = try await atRest()
        let path = directory.dataDirectory.databasePath
        let size = try #require(FileManager.default.attributesOfItem(atPath: path)[.size] as? UInt64)
        let file = try #require(FileHandle(forUpdatingAtPath: path))
        try file.seek(toOffset: size - 20_000)
        try file.write(contentsOf: Data(repeating: 0x5A, count: 20_000))
        try file.close()
        #expect(problems(directory.dataDirectory).contains { $0.hasPrefix("database: ") })
    }

    @Test func leftoversAndOrphansAreNamed() async throws {
        let directory = try await atRest()
        for name in [".lodestone-x.partial", "replaced-2026", "runs/cnosuchsession"] {
            try FileManager.default.createDirectory(
                atPath: "\(directory.path)/\(name)", withIntermediateDirectories: true)
        }
        let findings = DirectoryExamination(of: directory.dataDirectory).run()
        #expect(findings.contains { $0.level == .warning && $0.detail.contains(".lodestone-x.partial") })
        #expect(findings.contains { $0.level == .ok && $0.detail.contains("replaced-2026 has what a restore") })
        #expect(findings.contains { $0.level == .warning && $0.detail.hasPrefix("1 of 1 in ") })
        #expect(!findings.contains { $0.level == .problem })
    }

    @Test func aFullDiskIsFound() async throws {
        let directory = try await atRest()
        let findings = DirectoryExamination(of: directory.dataDirectory, space: DiskSpace { _ in 1 << 20 }).run()
        #expect(findings.contains { $0.level == .problem && $0.subject == "disk" })
    }
}
