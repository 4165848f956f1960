import Foundation

/// A directory for this server's user only.
package enum PrivateDirectory {
    /// Makes it, and those above it, where they aren't there.
    package static func create(at path: String) throws {
        try FileManager.default.createDirectory(
            atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    }
}
