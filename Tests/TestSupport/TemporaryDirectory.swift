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

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }
}
