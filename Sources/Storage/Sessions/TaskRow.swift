import Domain
import GRDB

/// A step of an agent's plan.
enum TaskRow {
    static func all(of number: Int64, _ db: Database) throws -> [AgentTask] {
        let statement = try db.cachedStatement(
            sql: "SELECT \(selection.sql) FROM tasks WHERE session_number = ? ORDER BY position")
        return try Row.fetchAll(statement, arguments: [number]).map(selection.columns.task)
    }

    static func task(_ id: String, of number: Int64, _ db: Database) throws -> AgentTask? {
        let statement = try db.cachedStatement(
            sql: "SELECT \(selection.sql) FROM tasks WHERE session_number = ? AND id = ?")
        return try Row.fetchOne(statement, arguments: [number, id]).map(selection.columns.task)
    }

    static func replaceAll(with tasks: [AgentTask], of number: Int64, _ db: Database) throws {
        try db.cachedStatement(sql: "DELETE FROM tasks WHERE session_number = ?").execute(arguments: [number])
        let insert = try db.cachedStatement(
            sql: "INSERT INTO tasks (session_number, position, id, title, status) VALUES (?, ?, ?, ?, ?)")
        for (position, task) in tasks.enumerated() {
            try insert.execute(arguments: [number, position, task.id, task.title, task.status])
        }
    }

    private static let selection = Selection(Columns.init)

    private struct Columns {
        private let id: SelectedColumn
        private let title: SelectedColumn
        private let status: SelectedColumn

        init(_ list: inout ColumnList) {
            id = list.add("id")
            title = list.add("title")
            status = list.add("status")
        }

        func task(from row: Row) throws -> AgentTask {
            try AgentTask(id: row[id], title: row[title], status: row[status])
        }
    }
}
