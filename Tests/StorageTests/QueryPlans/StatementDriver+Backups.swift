import GRDB

@testable import Storage

extension StatementDriver {
    /// Statements of commands on copies, and on databases at rest. Signing everybody out is the last thing.
    func useBackups() async throws {
        _ = try await connections.read(.ordinary) { db in
            try DatabaseExamination.damage(db) + DatabaseExamination.disagreements(db)
        }
        // Otherwise asked only while no search index is being rebuilt.
        for sql in [DatabaseExamination.unsearchableTitles, DatabaseExamination.unsearchableMessages] {
            _ = try await connections.read(.ordinary) { try Int.fetchOne($0, sql: sql) }
        }
        _ = try await connections.read(.ordinary) { try KeyFit.problem(with: nil, $0) }
        _ = try await connections.read(.ordinary) { try VariableRow.allSecrets($0).count }
        _ = try await connections.read(.ordinary) { try SecondFactorRow.allKeys($0).count }
        _ = try await connections.read(.ordinary) { try DirectoryExamination.isSession("c1", $0) }
        _ = try await connections.write { db in
            let damage = try DatabaseExamination.searchDamage(db)
            try BrowserSessionRow.deleteAll(db)
            return damage
        }
    }
}
