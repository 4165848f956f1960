import GRDB

/// The schema's versions: one merged migration per release, so that a new and an upgraded database end identical.
enum Schema {
    /// `Lode` in ASCII; distinguishes our file from other programs' databases.
    static let applicationID: Int32 = 0x4C6F_6465

    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1") { db in
            try db.execute(sql: String(decoding: PackageResources.schema_sql, as: UTF8.self))
            try SearchState.create(db)
        }
        return migrator
    }

    /// Marks a new database as ours before anything else is stored in it, so that it is recognized if its creation is
    /// interrupted.
    static func claim(_ db: Database) throws {
        guard try isEmpty(db) else { return }
        try db.execute(sql: "PRAGMA application_id = \(applicationID)")
    }

    private static func isEmpty(_ db: Database) throws -> Bool {
        try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_schema") == 0
    }

    /// Inspects a file through a separate read-only connection. The connection is writable only if a power cut left a
    /// transaction that must be rolled back before anything can be read.
    ///
    /// - Throws: `StorageError` when the database belongs to another program, a newer Lodestone or an unreleased build,
    ///   or is damaged.
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
        // The process that held the directory before may still be closing the database.
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
