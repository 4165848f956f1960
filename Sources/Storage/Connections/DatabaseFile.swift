import GRDB
import Glibc

/// Creates, checks and opens the database file.
enum DatabaseFile {
    /// Creates an empty file that only its owner may open, whatever the process's umask. SQLite gives the files beside
    /// it the same mode.
    static func create(at path: String) throws {
        let descriptor = Glibc.open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw StorageError.unusableDatabase(path: path, reason: String(cString: strerror(errno)))
        }
        defer { close(descriptor) }
        fchmod(descriptor, 0o600)
    }

    /// Opens the database and migrates its schema, after a copy of it was made. With `synchronous = FULL`, a commit is
    /// on disk when it returns.
    ///
    /// - Throws: `StorageError` for a problem that an operator must solve.
    static func open(
        at path: String, _ configuration: Configuration, migrator: DatabaseMigrator = Schema.migrator
    ) throws -> DatabasePool {
        try explainingErrors(path) {
            let pool = try DatabasePool(path: path, configuration: configuration)
            try pool.writeWithoutTransaction(Schema.claim)
            try UpgradeCopy.makeIfNeeded(of: path, pool, migrator)
            try migrator.migrate(pool)
            // Here and not in `prepareDatabase`: the pool sets its writer to NORMAL after that.
            try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
            return pool
        }
    }

    static func explainingErrors<Value>(_ path: String, _ work: () throws -> Value) throws -> Value {
        do {
            return try work()
        } catch let error as DatabaseError where error.resultCode == .SQLITE_NOTADB {
            throw StorageError.foreignDatabase(path: path)
        } catch let error as DatabaseError where error.resultCode == .SQLITE_CORRUPT {
            throw StorageError.damagedDatabase(path: path)
        } catch let error as DatabaseError where DatabaseFailure(error) != nil {
            throw StorageError.unusableDatabase(path: path, reason: error.message ?? "\(error.resultCode)")
        }
    }
}
