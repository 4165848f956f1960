import Domain
import Foundation
import GRDB
import Glibc
import TestSupport
import Testing

@testable import Storage

/// Data directories that a start refuses, with errors that name the path and the solution.
struct StartCheckTests {
    private func open(_ directory: TemporaryDirectory) throws {
        _ = try DataStore(
            openIn: directory.dataDirectory, holding: directory.dataDirectory.lock(), logger: .silent)
    }

    private func mode(_ path: String) throws -> Int {
        try #require(FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int)
    }

    @Test func everyFileIsForItsOwnerOnly() async throws {
        let directory = try TemporaryDirectory()
        let store = try DataStore(
            openIn: directory.dataDirectory, holding: directory.dataDirectory.lock(), logger: .silent)
        _ = try await TestStore.organization(in: store)
        for name in try FileManager.default.contentsOfDirectory(atPath: directory.path) {
            #expect(try mode("\(directory.path)/\(name)") == 0o600, "\(name)")
        }
    }

    @Test(arguments: ["", "/lodestone.sqlite", "/secrets.key"], [0o040, 0o004, 0o002])
    func whatIsOpenToOthersIsRefused(name: String, bits: Int) throws {
        let directory = try TemporaryDirectory()
        try open(directory)
        let path = directory.path + name
        if name == "/secrets.key" { try Data(count: 32).write(to: URL(fileURLWithPath: path)) }
        let allowed = name.isEmpty ? 0o700 : 0o600
        chmod(path, mode_t(allowed | bits))
        let refusal = StorageError.openToOthers(path: path, mode: allowed | bits, allowed: allowed)
        #expect(throws: refusal) { try open(directory) }
        #expect(refusal.description.contains("chmod 0\(String(allowed, radix: 8)) '\(path)'"))
        chmod(path, mode_t(allowed))
        if name != "/secrets.key" { try open(directory) }
    }

    @Test(arguments: ["secrets.key", "runs", "lodestone.sqlite-wal"], [true, false])
    func noDatabaseIsMadeWhereOneWasLost(beside name: String, isEmpty: Bool) throws {
        let directory = try TemporaryDirectory()
        let (path, other) = (directory.dataDirectory.databasePath, "\(directory.path)/\(name)")
        if name == "runs" {
            try FileManager.default.createDirectory(atPath: other + "/c1", withIntermediateDirectories: true)
        } else {
            #expect(
                FileManager.default.createFile(
                    atPath: other, contents: Data(count: 32), attributes: [.posixPermissions: 0o600]))
        }
        if isEmpty {
            #expect(FileManager.default.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0o600]))
        }
        #expect(throws: StorageError.lostDatabase(path: path, beside: other)) { try open(directory) }
        try FileManager.default.removeItem(atPath: other)
        try open(directory)
    }

    @Test(arguments: [true, false])
    func aDatabaseThatIsAllThatThereWasIsMissed(isEmptied: Bool) throws {
        let directory = try TemporaryDirectory()
        try open(directory)
        let path = directory.dataDirectory.databasePath
        for suffix in ["-wal", "-shm", ""] { try? FileManager.default.removeItem(atPath: path + suffix) }
        if isEmptied {
            #expect(FileManager.default.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0o600]))
        }
        let lock = directory.path + "/lock"
        #expect(throws: StorageError.lostDatabase(path: path, beside: lock)) { try open(directory) }
        #expect(FileManager.default.fileExists(atPath: path) == isEmptied)
    }

    @Test func aStartThatWasCutOffIsMadeUpFor() throws {
        let directory = try TemporaryDirectory()
        _ = try directory.dataDirectory.lock()
        let path = directory.dataDirectory.databasePath
        #expect(FileManager.default.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0o600]))
        try open(directory)
    }

    @Test func aDamagedDatabaseIsLeftAsItIs() async throws {
        let directory = try TemporaryDirectory()
        try open(directory)
        let path = directory.dataDirectory.databasePath
        truncate(path, 8192)
        let before = try Data(contentsOf: URL(fileURLWithPath: path))
        #expect(throws: StorageError.damagedDatabase(path: path)) { try open(directory) }
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
        #expect(StorageError.damagedDatabase(path: path).description.contains("integrity_check"))
    }
}
