package import Domain
import FoundationEssentials
import GRDB

extension EnvironmentStore {
    /// Sets a secret, or replaces its value. The first secret on the server creates the key.
    ///
    /// - Throws: `DomainError.notFound` when the organization has no such environment, `.conflict` for the name of a
    ///   variable, `.invalid` over the limits; `StorageError` when the key can't be used.
    package func setSecret(
        _ name: VariableName, to secret: SecretValue, of id: EnvironmentID, in organization: OrganizationID,
        at time: Timestamp
    ) async throws {
        _ = try await connections.read { try EnvironmentRow.outline(of: id, in: organization, $0) }
        let sealed = try SecretSeal(key: await keyFile.sealingKey(connections)).seal(secret, name, of: id)
        try await connections.writeContent { db in
            _ = try EnvironmentRow.outline(of: id, in: organization, db)
            try VariableRow.setSecret(name, to: sealed, of: id, db)
            try EnvironmentRow.touch(id, at: time, db)
        }
    }

    /// - Throws: `DomainError.notFound` when there is no such environment or secret, `.conflict` while one of the
    ///   environment's MCP servers needs it.
    package func removeSecret(
        _ name: VariableName, of id: EnvironmentID, in organization: OrganizationID, at time: Timestamp
    ) async throws {
        try await connections.writeContent { db in
            let environment = try EnvironmentRow.fetch(id, in: organization, db)
            guard !environment.mcp.servers.secretNames.contains(name) else {
                throw DomainError.conflict("The environment's MCP servers use \(name). Remove it from them first.")
            }
            try VariableRow.removeSecret(name, of: id, db)
            try EnvironmentRow.touch(id, at: time, db)
        }
    }

    /// The settings for a run of the session's agent, with decrypted secrets; `nil` when the session has no
    /// environment.
    ///
    /// - Throws: `StorageError` when the key is missing or can't be used, or a secret can't be decrypted.
    package func settings(forRunOf session: SessionID) async throws -> RunEnvironment? {
        let found = try await connections.read { db -> Found? in
            let sql = """
                SELECT \(Self.found.sql) FROM sessions s JOIN environments e ON e.id = s.environment_id WHERE s.id = ?
                """
            guard let row = try Row.fetchOne(db, sql: sql, arguments: [session]) else { return nil }
            let columns = Self.found.columns
            return try Found(
                id: row[columns.id], script: row[columns.script], mcp: columns.mcp.mcp(from: row),
                rows: VariableRow.all(of: row[columns.id], db))
        }
        guard let found else { return nil }
        return RunEnvironment(
            setupScript: found.script, variables: VariableRow.values(of: found.rows),
            secrets: try secrets(in: found.rows, of: found.id), mcp: found.mcp)
    }

    private static let found = Selection(FoundColumns.init)

    private struct FoundColumns {
        let id: SelectedColumn
        let script: SelectedColumn
        let mcp: MCPColumns

        init(_ list: inout ColumnList) {
            id = list.add("e.id")
            script = list.add("e.setup_script")
            mcp = MCPColumns(&list)
        }
    }

    private struct Found {
        let id: EnvironmentID
        let script: String?
        let mcp: EnvironmentMCP
        let rows: [VariableRow]
    }

    private func secrets(
        in rows: [VariableRow], of environment: EnvironmentID
    ) throws -> [VariableName: SecretValue] {
        let sealed = rows.compactMap { row in row.sealed.map { (name: row.name, bytes: $0) } }
        guard !sealed.isEmpty else { return [:] }
        guard let key = try keyFile.read() else { throw StorageError.missingSecretKey(path: keyFile.path) }
        let seal = SecretSeal(key: key)
        let opened = try sealed.map { ($0.name, try seal.open($0.bytes, $0.name, of: environment)) }
        return Dictionary(opened) { first, _ in first }
    }
}
