import Domain
import FoundationEssentials
import GRDB

/// A variable or a secret of an environment.
struct VariableRow {
    let name: VariableName
    /// Set for a variable.
    let value: String?
    /// Set for a secret: nonce, ciphertext and tag.
    let sealed: Data?

    /// In the order of their names.
    static func all(of environment: EnvironmentID, _ db: Database) throws -> [VariableRow] {
        let statement = try db.cachedStatement(
            sql: "SELECT name, value, sealed FROM environment_variables WHERE environment_id = ? ORDER BY name")
        return try Row.fetchAll(statement, arguments: [environment]).map {
            try VariableRow(name: $0[0], value: $0[1], sealed: $0[2])
        }
    }

    static func values(of rows: [VariableRow]) -> [VariableName: String] {
        Dictionary(rows.compactMap { row in row.value.map { (row.name, $0) } }) { first, _ in first }
    }

    /// - Throws: `DomainError.invalid` for a variable with the name of a secret, and over the limits.
    static func replaceAll(
        with variables: EnvironmentVariables, of environment: EnvironmentID, _ db: Database
    ) throws {
        try db.execute(
            sql: "DELETE FROM environment_variables WHERE environment_id = ? AND value IS NOT NULL",
            arguments: [environment])
        if let secret = try all(of: environment, db).map(\.name).first(where: { variables.values[$0] != nil }) {
            throw DomainError.invalid(fields: [FieldError("variables", "must not have \(secret), which is a secret")])
        }
        for (name, value) in variables.sorted {
            try db.execute(
                sql: "INSERT INTO environment_variables (environment_id, name, value) VALUES (?, ?, ?)",
                arguments: [environment, name, value])
        }
        try checkLimits(of: environment, db)
    }

    /// - Throws: `DomainError.conflict` when a variable has the name, `.invalid` over the limits.
    static func setSecret(
        _ name: VariableName, to sealed: Data, of environment: EnvironmentID, _ db: Database
    ) throws {
        try db.execute(
            sql: """
                INSERT INTO environment_variables (environment_id, name, sealed) VALUES (?, ?, ?)
                ON CONFLICT DO UPDATE SET sealed = excluded.sealed WHERE value IS NULL
                """,
            arguments: [environment, name, sealed])
        guard db.changesCount == 1 else {
            throw DomainError.conflict("\(name) is a variable of this environment. Remove the variable first.")
        }
        try checkLimits(of: environment, db)
    }

    /// - Throws: `DomainError.invalid` when MCP servers refer to a missing secret.
    static func requireSecrets(of servers: MCPServers, in environment: EnvironmentID, _ db: Database) throws {
        guard !servers.isEmpty else { return }
        let known = Set(try all(of: environment, db).filter { $0.sealed != nil }.map(\.name))
        guard let missing = servers.secretNames.first(where: { !known.contains($0) }) else { return }
        let detail = "refers to the secret \(missing), which the environment doesn't have; set it first"
        throw DomainError.invalid(fields: [FieldError("mcpServers", detail)])
    }

    /// - Throws: `DomainError.notFound` when there is no such secret.
    static func removeSecret(_ name: VariableName, of environment: EnvironmentID, _ db: Database) throws {
        try db.execute(
            sql: "DELETE FROM environment_variables WHERE environment_id = ? AND name = ? AND sealed IS NOT NULL",
            arguments: [environment, name])
        guard db.changesCount == 1 else {
            throw DomainError.notFound("The environment has no secret \(name).")
        }
    }

    /// The secrets of all environments, encrypted.
    static func allSecrets(
        _ db: Database
    ) throws -> [(environment: EnvironmentID, name: VariableName, sealed: Data)] {
        let sql = "SELECT environment_id, name, sealed FROM environment_variables WHERE sealed IS NOT NULL"
        return try Row.fetchAll(db, sql: sql).map { (environment: try $0[0], name: try $0[1], sealed: try $0[2]) }
    }

    static func isAnySecretThere(_ db: Database) throws -> Bool {
        let sql = "SELECT EXISTS (SELECT 1 FROM environment_variables WHERE sealed IS NOT NULL)"
        return try Bool.fetchOne(db, sql: sql) ?? false
    }

    /// An encrypted secret is 28 bytes longer than its value.
    private static func checkLimits(of environment: EnvironmentID, _ db: Database) throws {
        let sql = """
            SELECT count(sealed), sum(length(name) + coalesce(length(CAST(value AS BLOB)), length(sealed) - 28))
            FROM environment_variables WHERE environment_id = ?
            """
        guard let row = try Row.fetchOne(db, sql: sql, arguments: [environment]) else { return }
        guard try row[0] <= EnvironmentVariables.maximumCount else {
            throw DomainError.invalid("An environment has at most \(EnvironmentVariables.maximumCount) secrets.")
        }
        guard try (row[1] ?? 0) <= EnvironmentVariables.maximumBytes else {
            throw DomainError.invalid("An environment's variables and secrets may have at most 1 MiB together.")
        }
    }
}
