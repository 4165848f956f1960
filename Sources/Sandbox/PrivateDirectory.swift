import Foundation

/// Directories that only the server's user can access.
package enum PrivateDirectory {
    /// Creates the directory and its parents unless they exist.
    package static func create(at path: String) throws {
        try FileManager.default.createDirectory(
            atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    }
}
