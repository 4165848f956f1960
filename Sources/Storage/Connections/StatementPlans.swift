#if DEBUG
    import GRDB
    import Synchronization

    /// Finds, for tests, statements that read through a whole table or sort what they read: that is quick with a test's
    /// few rows and slow with a million. An exception has its reason in `StatementPlans+Exceptions.swift`.
    enum StatementPlans {
        private static let known = Mutex<Set<String>>([])
        /// An empty database of the current schema, which statements are planned for: without figures about what is in the
        /// tables, as on a server.
        private static let planner: DatabaseQueue? = {
            guard let queue = try? DatabaseQueue() else { return nil }
            try? Schema.migrator.migrate(queue)
            return queue
        }()

        static func check(_ sql: String) {
            guard known.withLock({ $0.insert(sql).inserted }), isOurs(sql) else { return }
            let complaints = complaints(about: sql)
            precondition(complaints.isEmpty, "\(complaints.joined(separator: ", ")) in: \(sql)")
        }

        /// What reads or sorts without bound in a statement's plan; nothing for one that can't be planned.
        static func complaints(about sql: String) -> [String] {
            let steps = try? planner?.read { db in
                try Row.fetchAll(db, sql: "EXPLAIN QUERY PLAN \(sql.replacing(#/\?\d*/#, with: "1"))").map { row in
                    row["detail"] as String
                }
            }
            return (steps ?? []).filter { isUnbounded($0, in: sql) && !isException($0, in: sql) }
        }

        /// Neither the transactions' own, nor those with which SQLite's extensions and GRDB work inside.
        private static func isOurs(_ sql: String) -> Bool {
            ["SELECT", "WITH", "INSERT", "UPDATE", "DELETE"].contains { sql.hasPrefix($0) }
                && !["'main'.", "sqlite_", "grdb_migrations"].contains(where: sql.contains)
        }

        private static func isUnbounded(_ step: String, in sql: String) -> Bool {
            if step.contains("TEMP B-TREE") { return true }
            guard let name = step.wholeMatch(of: #/SCAN (\w+)(.*)/#) else { return false }
            let (table, how) = (String(name.1), name.2)
            // Of full-text tables it is the walk along a term; of the list that a parameter is, its elements.
            if how.contains("VIRTUAL TABLE INDEX") { return how.hasSuffix(":") }
            return table != "CONSTANT" && !isSubquery(table, in: sql)
        }

        /// A part of the statement itself, whose own plan is among the steps.
        private static func isSubquery(_ name: String, in sql: String) -> Bool {
            sql.contains("\(name) AS MATERIALIZED (") || sql.contains(") \(name)")
                || sql.split(separator: "\(name) (").dropFirst().contains { $0.contains(") AS (") }
        }
    }
#endif
