import Foundation
import GRDB
import TestSupport
import Testing

@testable import Storage

/// Nothing the service does may take longer because there is more in the database, as long as it asks for the same amount.
///
/// How no statement gets around it: `StatementDriver` uses the stores while all that runs on their connections is
/// recorded, and SQLite tells the plan of each statement. What the driver doesn't reach is found from the other side:
/// every string literal with SQL in the module's sources has to be in a statement that was recorded. So a new query,
/// or a new piece of one, fails the test until the driver runs it, and then until its plan is a good one. Nothing has
/// to be listed by hand but exceptions. (To follow only calls of the stores' methods would miss a branch with its own SQL;
/// to read only the sources would miss the statements that are put together from pieces.)
struct EveryStatementTests {
    private static let sources = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../../Sources/Storage").standardizedFileURL

    private static func recorded() async throws -> [String] {
        let recorded = RecordedStatements()
        let driver = try await StatementDriver(recording: recorded)
        try await driver.useEverything()
        return recorded.ours
    }

    @Test func eachIsKnownAndReadsNoMoreThanItsAnswerNeeds() async throws {
        let statements = try await Self.recorded()
        try expectAllOfTheSources(in: statements)
        try await expectGoodPlans(of: statements)
    }

    private func expectAllOfTheSources(in statements: [String]) throws {
        let plain = statements.map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
        let literals = try SourceLiteral.all(in: Self.sources)
        #expect(literals.count > 150, "the sources are not where they are looked for")
        for literal in literals where !plain.contains(where: literal.isPart) {
            Issue.record("StatementDriver runs nothing with the SQL of \(literal)")
        }
        // Code that would build SQL without a literal.
        for file in try FileManager.default.subpathsOfDirectory(atPath: Self.sources.path)
        where file.hasSuffix(".swift") {
            let text = try String(contentsOf: Self.sources.appending(path: file), encoding: .utf8)
            #expect(!text.contains("TableRecord") && !text.contains("Table("), "\(file) uses GRDB's query interface")
        }
    }

    private func expectGoodPlans(of statements: [String]) async throws {
        let directory = try TemporaryDirectory()
        let connections = try Connections(path: directory.dataDirectory.databasePath, logger: .silent)
        let plans = try await connections.write { db in try statements.map { try StatementPlan($0, db) } }
        var unused = PlanException.all
        for plan in plans {
            for step in plan.unboundedSteps {
                if PlanException.all.contains(where: { $0.covers(step, of: plan.sql) }) {
                    unused.removeAll { $0.covers(step, of: plan.sql) }
                } else {
                    Issue.record("\(step) in: \(plan.sql)")
                }
            }
        }
        #expect(unused.isEmpty, "no statement needs these exceptions any more")
    }

    /// To delete a row, SQLite searches for rows that refer to it, which no plan shows.
    @Test func whatRefersToAnotherRowIsFoundByAnIndex() async throws {
        let directory = try TemporaryDirectory()
        let connections = try Connections(path: directory.dataDirectory.databasePath, logger: .silent)
        // Users and organizations are never deleted.
        let sql = """
            SELECT t.name, k."from" FROM sqlite_schema t JOIN pragma_foreign_key_list(t.name) k
            WHERE t.type = 'table' AND k."table" NOT IN ('users', 'organizations')
            """
        try await connections.write { db in
            let references = try Row.fetchAll(db, sql: sql).map { row in
                (try row.decode(String.self, atIndex: 0), try row.decode(String.self, atIndex: 1))
            }
            #expect(references.count >= 5)
            for (table, column) in references {
                let plan = try StatementPlan("SELECT 1 FROM \(table) WHERE \(column) = ?", db)
                #expect(plan.unboundedSteps.isEmpty, "\(table).\(column): \(plan.steps)")
            }
        }
    }

    /// A scanner that saw no literals, or plans that were all good, would let everything pass.
    @Test func badStatementsAreFound() async throws {
        let directory = try TemporaryDirectory()
        let connections = try Connections(path: directory.dataDirectory.databasePath, logger: .silent)
        let bad = [
            "SELECT id FROM sessions WHERE title = ?", "SELECT s.id FROM sessions s WHERE s.title = ?",
            "SELECT id FROM sessions WHERE organization_id = ? ORDER BY title",
            "DELETE FROM messages WHERE created_at < ?", "SELECT rowid FROM message_search",
            "UPDATE runs SET note = NULL WHERE note = ?",
        ]
        let plans = try await connections.write { db in try bad.map { try StatementPlan($0, db) } }
        for plan in plans { #expect(!plan.unboundedSteps.isEmpty, "\(plan.sql): \(plan.steps)") }

        var scanner = LiteralScanner(
            #"""
            // "SELECT 1 FROM comments"
            let a = "SELECT \(isAll ? "DISTINCT" : "id AND \(b)") FROM sessions"; let c = f(")", "x \" y")
            let d = """
                select one
                  from two
                """
            """#)
        let literals = scanner.literals()
        #expect(
            literals.map { $0.map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") } } == [
                ["DISTINCT"], ["id AND", ""], ["SELECT", "FROM sessions"], [")"], [#"x \" y"#], ["select one from two"],
            ])
    }
}
