import GRDB

/// The schema's versions, one merged migration a release, so that a fresh database and an upgraded one end identical.
enum Schema {
    /// `Lode` in ASCII: what tells our file from another program's.
    static let applicationID: Int32 = 0x4C6F_6465

    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1") { db in
            try db.execute(sql: String(decoding: PackageResources.schema_sql, as: UTF8.self))
            try SearchState.create(db)
        }
        return migrator
    }

    /// Marks a new database as ours before anything else is in it, so that one whose making was interrupted is known.
    static func claim(_ db: Database) throws {
        guard try isEmpty(db) else { return }
        try db.execute(sql: "PRAGMA application_id = \(applicationID)")
    }

    private static func isEmpty(_ db: Database) throws -> Bool {
        try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_schema") == 0
    }

    /// Looks at a file through a connection of its own that can't write. Only where a power cut interrupted a change that
    /// has to be undone before anything can be read, it may.
    ///
    /// - Throws: `StorageError` when the database is another program's, a newer Lodestone's or an unreleased one's, or is damaged.
    static func checkOwnership(ofFileAt path: String) throws {
        try DatabaseFile.explainingErrors(path) {
            do {
                try checkOwnership(ofFileAt: path, isReadOnly: true)
            } catch let error as DatabaseError where error.resultCode == .SQLITE_READONLY {
                try checkOwnership(ofFileAt: path, isReadOnly: false)
            }
        }
    }

    private static func checkOwnership(ofFileAt path: String, isReadOnly: Bool) throws {
        var configuration = Configuration()
        configuration.readonly = isReadOnly
        // Whoever held the directory before may be about to close the database.
        configuration.busyMode = .timeout(5)
        try DatabaseQueue(path: path, configuration: configuration).read { db in
            guard try !isEmpty(db) else { return }
            guard try Int32.fetchOne(db, sql: "PRAGMA application_id") == applicationID else {
                throw StorageError.foreignDatabase(path: path)
            }
            guard try !migrator.hasBeenSuperseded(db) else {
                throw StorageError.newerDatabase(path: path)
            }
            guard try isAsMigrated(db) else { throw StorageError.unreleasedDatabase(path: path) }
        }
    }
}
