package import Domain
import Foundation
import Storage

/// The operator's settings for backups by schedule.
package struct BackupConfiguration: Sendable {
    package static let defaultHours = 24
    package static let defaultKept = 7

    package let directory: String
    package let interval: Duration
    /// How many of the schedule's backups are kept.
    package let kept: Int
    package let passphrase: HiddenText?

    /// Creates the directory if it is missing, and checks it at the server's start.
    ///
    /// - Throws: `SettingError` when it can't be used, `StorageError.openToOthers` when other users may access it.
    func prepare() throws {
        try? FileManager.default.createDirectory(
            atPath: directory, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        guard access(directory, W_OK | X_OK | R_OK) == 0 else {
            throw SettingError(
                description: "Backups cannot be written to \(directory): \(String(cString: strerror(errno))).")
        }
        if let problem = StorageError.ifOthersMayAccess(directory, allowed: 0o700) { throw problem }
    }
}
