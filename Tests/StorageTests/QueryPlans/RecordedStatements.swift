import GRDB
import Synchronization

/// The SQL of every statement that ran on the connections it listens to, each once, as it was written: with places for
/// its values.
final class RecordedStatements: Sendable {
    private let statements = Mutex<Set<String>>([])

    /// The service's own: neither those that end transactions nor those with which SQLite's extensions, and GRDB, work
    /// inside.
    var ours: [String] {
        statements.withLock(\.self).filter { sql in
            ["SELECT", "WITH", "INSERT", "UPDATE", "DELETE", "REPLACE"].contains { sql.hasPrefix($0) }
                && !["'main'.", "grdb_migrations", "sqlite_master"].contains(where: sql.contains)
        }.sorted()
    }

    @Sendable func listen(_ db: Database) {
        db.trace { event in
            guard case .statement(let statement) = event else { return }
            self.statements.withLock { _ = $0.insert(statement.sql.trimmingPrefix(while: \.isWhitespace).description) }
        }
    }
}
