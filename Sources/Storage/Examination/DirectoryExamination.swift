package import Disk
package import Domain
import FoundationEssentials
import GRDB
import Glibc

/// Looks at a data directory, whether or not a server is using it, and changes no data. SQLite may create an empty
/// `-wal` and `-shm` file beside a database that no server has open.
package struct DirectoryExamination: Sendable {
    let directory: DataDirectory
    let space: DiskSpace

    package init(of directory: DataDirectory, space: DiskSpace = .system) {
        self.directory = directory
        self.space = space
    }

    /// What can be seen without reading the database: access, files, room.
    package func surface() -> [Finding] {
        guard FileManager.default.fileExists(atPath: directory.path) else {
            return [
                .problem(
                    "directory", "\(directory.path) does not exist.",
                    advice: "Give the data directory with --data, or start the server once to create it.")
            ]
        }
        return access() + owners() + [use(), room()] + leftovers()
    }

    /// Everything, in which the whole database is read.
    package func run() -> [Finding] {
        let seen = surface()
        guard FileManager.default.fileExists(atPath: directory.path) else { return seen }
        guard directory.databaseSize > 0 else { return seen + [missingDatabase()] }
        do {
            try Schema.checkOwnership(ofFileAt: directory.databasePath)
            return seen + [log()] + (try database())
        } catch {
            return seen + [.problem("database", "\(error)")]
        }
    }

    private func access() -> [Finding] {
        let problems = directory.openToOthers.map { Finding.problem("access", $0.description) }
        return problems.isEmpty ? [.ok("access", "Only the owner of \(directory.path) has access to it.")] : problems
    }

    /// The server creates its files as one user. Files of another, such as root's after a copy, can't be opened.
    private func owners() -> [Finding] {
        func owner(_ path: String) -> uid_t? {
            var status = stat()
            return stat(path, &status) == 0 ? status.st_uid : nil
        }
        guard let expected = owner(directory.path) else { return [] }
        let strangers = (directory.privateFiles + [directory.lockPath]).filter {
            owner($0).map { $0 != expected } ?? false
        }
        return strangers.map { path in
            .problem(
                "owner", "\(path) belongs to another user than the directory.",
                advice: "chown --reference='\(directory.path)' '\(path)'")
        }
    }

    private func use() -> Finding {
        .ok("server", directory.isInUse ? "A server is using the directory." : "No server is using the directory.")
    }

    private func room() -> Finding {
        let free = space.freeBytes(directory.path)
        let text = "\(free >> 20) MiB are free for \(directory.path)."
        if free < StorageHealth.reserve {
            return .problem("disk", text, advice: "Free some room: nothing is stored until then.")
        }
        return free < directory.databaseSize
            ? .warning(
                "disk", text, advice: "Make more room: a backup here, or an upgrade, needs as much as the database.")
            : .ok("disk", text)
    }

    /// Files that nothing needs any more, or that the operator decides on.
    private func leftovers() -> [Finding] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: directory.path)) ?? []
        return names.sorted().compactMap { name -> Finding? in
            let path = "\(directory.path)/\(name)"
            switch name {
            case _ where name.hasPrefix(BackupRestore.keptPrefix):
                return .ok("leftover", "\(path) has what a restore replaced. Remove it once nobody misses anything.")
            case _ where name.hasPrefix(UpgradeCopy.namePrefix) && !name.hasSuffix(UpgradeCopy.partialSuffix):
                return .ok("leftover", "\(path) is the database from before an upgrade. Remove it once all is well.")
            case _ where name.hasSuffix(StagingDirectory.suffix), _ where name.hasSuffix(UpgradeCopy.partialSuffix),
                _ where name.hasPrefix("secrets.key."):
                return .warning(
                    "leftover", "\(path) is part of something that was interrupted.",
                    advice: directory.isInUse ? nil : "Remove it while no server, backup or restore is running.")
            default: return nil
            }
        }
    }

    private func missingDatabase() -> Finding {
        .problem(
            "database", "\(directory.databasePath) is missing or empty.",
            advice: "If a server kept data here, restore a backup: lodestone restore BACKUP --data '\(directory.path)'")
    }

    private func log() -> Finding {
        let size = directory.writeAheadLogSize
        let text = "The write-ahead log has \(size >> 10) KiB."
        guard size > 256 << 20 else { return .ok("log", text) }
        return .warning(
            "log", text,
            advice: "It shrinks once no query, backup or other program reads an old state. Look for a stuck one.")
    }

    private func database() throws -> [Finding] {
        let queue = try DatabaseQueue(path: directory.databasePath, configuration: .readingOnly)
        defer { try? queue.close() }
        return try queue.read { db -> [Finding] in
            let version = try Schema.migrator.appliedMigrations(db).last ?? "none"
            let size = directory.databaseSize >> 20
            var findings = [Finding.ok("schema", "The database has version \(version) of the schema and \(size) MiB.")]
            findings += Self.damage(try DatabaseExamination.damage(db))
            findings += Self.disagreements(try DatabaseExamination.disagreements(db))
            findings.append(try key(db))
            findings.append(try workspaces(db))
            return findings
        }
    }

    private static func damage(_ found: [String]) -> [Finding] {
        guard !found.isEmpty else {
            return [.ok("database", "It is sound, and all references are to rows that exist.")]
        }
        return found.map {
            .problem(
                "database", "\($0).",
                advice: """
                    Stop the server and restore a backup. Without one, `.recover` of the program sqlite3 may save most of \
                    the data.
                    """)
        }
    }

    private static func disagreements(_ found: [String]) -> [Finding] {
        guard !found.isEmpty else { return [.ok("counts", "Counts and search index agree with the data.")] }
        return found.map {
            .problem(
                "counts", "\($0).",
                advice: """
                    The data themselves are there: `lodestone export`, and `lodestone import` into a new directory, makes \
                    these anew. Please report this.
                    """)
        }
    }

    private func key(_ db: Database) throws -> Finding {
        do {
            let key = try SecretKeyFile(path: directory.secretKeyPath).read()
            if let problem = try KeyFit.problem(with: key, db) {
                return .problem(
                    "key", problem,
                    advice: """
                        Put back the secrets.key that belongs to this database, from a backup. Without it, delete all \
                        secrets and set them again, and add the devices that get notifications again.
                        """)
            }
            return .ok("key", key == nil ? "There is no key, and no secret needs one." : "The key fits all secrets.")
        } catch let error as StorageError {
            return .problem("key", error.description)
        }
    }

    /// Workspaces of sessions that don't exist. A server that runs agents removes them itself.
    private func workspaces(_ db: Database) throws -> Finding {
        let names = ((try? FileManager.default.contentsOfDirectory(atPath: directory.runsPath)) ?? [])
            .filter { $0.hasPrefix("c") }
        let orphans = try names.filter { try !Self.isSession($0, db) }
        guard !orphans.isEmpty else { return .ok("workspaces", "\(names.count) are kept, all of sessions that exist.") }
        return .warning(
            "workspaces", "\(orphans.count) of \(names.count) in \(directory.runsPath) are of no session.",
            advice: "A server that runs agents removes them within ten minutes. Else, remove them by hand.")
    }

    static func isSession(_ id: String, _ db: Database) throws -> Bool {
        let sql = "SELECT EXISTS (SELECT 1 FROM sessions WHERE id = ?)"
        return try Bool.fetchOne(db, sql: sql, arguments: [id]) == true
    }
}
