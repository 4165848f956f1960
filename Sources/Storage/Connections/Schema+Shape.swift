import GRDB

extension Schema {
    /// Whether the tables and indexes match this program's migrations. Before a release its migration may still change,
    /// and a database created in between has no other sign of that. A database of an earlier release is about to be
    /// migrated and isn't checked. Tables of other programs, such as Litestream's, may exist beside ours.
    static func isAsMigrated(_ db: Database) throws -> Bool {
        guard let last = migrator.migrations.last, try migrator.appliedMigrations(db).contains(last) else {
            return true
        }
        return try own.get().isSubset(of: shape(db))
    }

    private static let own = Result {
        let fresh = try DatabaseQueue()
        try migrator.migrate(fresh)
        return try fresh.read(shape)
    }

    /// The `CREATE` statements without comments and layout; SQLite's own tables, such as those of `ANALYZE`, are left
    /// out.
    private static func shape(_ db: Database) throws -> Set<String> {
        let sql = "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite%'"
        let texts = try String.fetchAll(db, sql: sql).map { text in
            text.split(separator: "\n")
                .map { $0.prefix(upTo: $0.firstRange(of: "--")?.lowerBound ?? $0.endIndex) }
                .flatMap { $0.split(whereSeparator: \.isWhitespace) }
                .joined(separator: " ")
        }
        return Set(texts)
    }
}
