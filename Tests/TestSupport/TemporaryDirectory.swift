import Foundation
package import Storage

/// A directory of a test's own, gone when the test is done.
package final class TemporaryDirectory: Sendable {
    package let path: String

    package init() throws {
        path = FileManager.default.temporaryDirectory.appendingPathComponent("lodestone-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(
            atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    }

    package var dataDirectory: DataDirectory { DataDirectory(path: path) }

    /// Copies a service's files while nothing is written to them: what isn't in the database's file yet is in its log.
    func copyDatabase(to other: TemporaryDirectory) throws {
        for name in try FileManager.default.contentsOfDirectory(atPath: path) where !name.hasSuffix("-shm") {
            try FileManager.default.copyItem(atPath: "\(path)/\(name)", toPath: "\(other.path)/\(name)")
        }
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }
}
