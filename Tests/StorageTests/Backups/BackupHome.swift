import Domain
import Foundation
import GRDB
import TestSupport

@testable import Storage

/// A store with a session and a secret, and a directory for its backups.
struct BackupHome {
    let home: TestStore
    let session: Session
    let destination: TemporaryDirectory
    static let secret = "hunter2-and-more"
    static let passphrase = HiddenText("a passphrase of some length")

    init() async throws {
        home = try await TestStore()
        session = try await home.createSession("Paint the fence")
        let environment = try await home.makeEnvironment()
        try await home.setSecret("TOKEN", Self.secret, of: environment)
        destination = try TemporaryDirectory()
    }

    var source: DataDirectory { home.store.directory }

    func backUp(
        sealedWith passphrase: HiddenText? = nil, maker: BackupManifest.Maker = .command,
        at time: Timestamp = TestClock().now
    ) throws -> Backup {
        try BackupWriter(of: source, to: destination.path, passphrase: passphrase, maker: maker).write(at: time)
    }

    var left: [String] {
        get throws { try FileManager.default.contentsOfDirectory(atPath: destination.path).sorted() }
    }
}

extension Backup {
    func restore(
        to directory: TemporaryDirectory, passphrase: HiddenText? = nil, endsBrowserSessions: Bool = false,
        at time: Timestamp = TestClock().now
    ) throws -> String? {
        try BackupRestore(
            of: self, to: directory.dataDirectory, passphrase: passphrase, endsBrowserSessions: endsBrowserSessions
        ).run(at: time)
    }
}

extension TemporaryDirectory {
    func openStore() throws -> DataStore {
        try DataStore(openIn: dataDirectory, holding: dataDirectory.lock(), logger: .silent)
    }

    /// The content of each file in the directory itself.
    func files() throws -> [String: Data] {
        let names = try FileManager.default.contentsOfDirectory(atPath: path)
        return try names.reduce(into: [:]) { files, name in
            var isDirectory: ObjCBool = false
            _ = FileManager.default.fileExists(atPath: "\(path)/\(name)", isDirectory: &isDirectory)
            if !isDirectory.boolValue { files[name] = try Data(contentsOf: URL(fileURLWithPath: "\(path)/\(name)")) }
        }
    }
}
