import Disk
import Domain
import FoundationEssentials

/// A finished backup: a directory with a copy of the database, the key for its secrets and a manifest.
package struct Backup: Sendable {
    package let path: String
    package let manifest: BackupManifest

    static let namePrefix = "lodestone-"

    /// - Throws: `BackupError.notABackup`.
    package init(at path: String) throws(BackupError) {
        manifest = try BackupManifest(of: path)
        self.path = path
    }

    /// The name of a backup's directory, such as `lodestone-20260211T100000.000Z`.
    static func name(at time: Timestamp) -> String {
        namePrefix + time.description.filter { $0 != "-" && $0 != ":" }
    }

    /// The backups of a data directory that a directory has, the newest first. What has another name than its manifest
    /// says, or no manifest, is left out.
    package static func all(of dataDirectory: DataDirectory, in directory: String) -> [Backup] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: directory)) ?? []
        return names.filter { $0.hasPrefix(namePrefix) }.compactMap { name in
            let backup = try? Backup(at: "\(directory)/\(name)")
            guard let backup, backup.manifest.dataDirectory == dataDirectory.path,
                name == Self.name(at: backup.manifest.createdAt)
            else { return nil }
            return backup
        }
        .sorted { $0.manifest.createdAt > $1.manifest.createdAt }
    }

    func path(of file: BackupManifest.File) -> String { "\(path)/\(file.name)" }
}

extension Backup {
    /// Deletes the backup. It stops being one at once, also if the process is killed in the middle.
    package func remove() throws {
        let abandoned = StagingDirectory.path(for: path.fileName, in: path.parentDirectory)
        try PrivateFile.rename(path, to: abandoned)
        try FileManager.default.removeItem(atPath: abandoned)
    }
}
