import GRDB

/// How SQLite means to run a statement.
struct StatementPlan {
    let sql: String
    let steps: [String]
    private let tables: [String]

    /// - Parameter db: without figures about what is in the tables, as the service's own.
    init(_ sql: String, _ db: Database) throws {
        self.sql = sql
        let statement = try db.makeStatement(sql: "EXPLAIN QUERY PLAN \(sql)")
        // The values are as unknown as when the service prepares it.
        statement.setUncheckedArguments(StatementArguments())
        steps = try Row.fetchAll(statement).map { try $0.decode(String.self, forColumn: "detail") }
        tables = try String.fetchAll(db, sql: "SELECT name FROM sqlite_schema WHERE type = 'table'")
    }

    /// The steps that cost more the more there is in the database: they read through a table, or an index, from one end to
    /// the other, or sort what they read.
    var unboundedSteps: [String] {
        steps.filter { step in
            if step.contains("TEMP B-TREE") { return true }
            guard let scan = step.wholeMatch(of: #/SCAN (\w+)(.*)/#) else { return false }
            let (name, way) = (String(scan.1), String(scan.2))
            // A full-text table is read along a word, its words from one on, and a list that is a value by its elements.
            if way.contains("VIRTUAL TABLE INDEX") { return way.hasSuffix(" 0:") }
            return isTable(name)
        }
    }

    /// Not a part of the statement itself, whose own steps are among the steps.
    private func isTable(_ name: String) -> Bool {
        tables.contains { table in
            name == table
                || sql.contains(" \(table) \(name) ") || sql.contains(" \(table) \(name)\n")
                || sql.hasSuffix(" \(table) \(name)") || sql.contains(" \(table) AS \(name)")
        }
    }
}

/// A statement that may read through a table or sort, and why.
struct PlanException: Sendable {
    /// A part that no other statement has.
    let statement: String
    let step: String
    let reason: String

    init(_ statement: String, _ step: String, because reason: String) {
        self.statement = statement
        self.step = step
        self.reason = reason
    }

    func covers(_ step: String, of sql: String) -> Bool {
        sql.split(whereSeparator: \.isWhitespace).joined(separator: " ").contains(statement)
            && (self.step.isEmpty || step.contains(self.step))
    }
}
