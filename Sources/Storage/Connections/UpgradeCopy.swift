import Disk
import FoundationEssentials
import GRDB

/// The database as it was before its schema was migrated, beside the database. Nothing deletes it.
enum UpgradeCopy {
    static let namePrefix = "before-upgrade-"
    static let partialSuffix = ".sqlite.partial"

    /// Makes the copy if the database has an earlier version of the schema. A migration that was interrupted after its
    /// first step has its copy already.
    ///
    /// - Throws: `StorageError.unusableDatabase` without room for it.
    static func makeIfNeeded(
        of path: String, _ pool: DatabasePool, _ migrator: DatabaseMigrator, space: DiskSpace = .system
    ) throws {
        let applied = try pool.read(migrator.appliedMigrations)
        guard let from = applied.last, let to = migrator.migrations.last, !applied.contains(to) else { return }
        let directory = path.parentDirectory
        let names = try FileManager.default.contentsOfDirectory(atPath: directory)
        let earlier = names.contains { name in
            name.hasPrefix(namePrefix) && name.hasSuffix("-to-\(to).sqlite") && name != fileName(from, to)
        }
        guard !earlier else { return }
        try requireRoom(for: path, in: directory, space)
        let partial = "\(directory)/\(namePrefix)\(from)-to-\(to)\(partialSuffix)"
        try? FileManager.default.removeItem(atPath: partial)
        try DatabaseCopy.make(of: path, at: partial) {}
        try PrivateFile.sync(partial)
        try PrivateFile.rename(partial, to: "\(directory)/\(fileName(from, to))")
        try PrivateFile.sync(directory)
    }

    private static func fileName(_ from: String, _ to: String) -> String { "\(namePrefix)\(from)-to-\(to).sqlite" }

    private static func requireRoom(for path: String, in directory: String, _ space: DiskSpace) throws {
        let size = DataDirectory(path: directory).databaseSize
        guard space.freeBytes(directory) < size + StorageHealth.reserve else { return }
        throw StorageError.unusableDatabase(
            path: path,
            reason: """
                it has to be upgraded, and there is no room for a copy before that, which takes \(size >> 20) MiB
                """)
    }
}
