import Configuration
import Domain
import Foundation
import Storage

extension Settings {
    /// The configuration of backups by schedule; `nil` without a directory for them.
    ///
    /// - Throws: `SettingError` for an invalid value. Whether the directory can be used is checked at the server's
    ///   start.
    func backups() throws -> BackupConfiguration? {
        let hours = try integer("backupHours", in: 1...8760) ?? BackupConfiguration.defaultHours
        let kept = try integer("backupKeep", in: 1...10_000) ?? BackupConfiguration.defaultKept
        guard let given = text("backupDirectory"), !given.isEmpty else { return nil }
        let directory = URL(fileURLWithPath: given).standardizedFileURL.path
        guard !"\(directory)/".hasPrefix("\(dataDirectory.path)/") else {
            throw wrong("backupDirectory", "must not be in the data directory: both would be lost together")
        }
        return BackupConfiguration(
            directory: directory, interval: .seconds(hours * 3600), kept: kept, passphrase: try backupPassphrase())
    }

    private func backupPassphrase() throws -> HiddenText? {
        guard let path = text("backupPassphraseFile") else { return nil }
        do throws(InvalidValue) {
            return try PassphraseFile.read(path)
        } catch {
            throw wrong("backupPassphraseFile", error.detail)
        }
    }
}
