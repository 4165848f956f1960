import Domain
import GRDB

extension EnvironmentRow {
    /// - Throws: `DomainError.conflict` when another environment has the name, `.invalid` for an MCP server that needs
    ///   a secret, because a new environment has none.
    static func insert(
        _ draft: EnvironmentDraft, id: EnvironmentID, in organization: OrganizationID, at time: Timestamp,
        _ db: Database
    ) throws {
        try makeRoom(for: draft, id, in: organization, db)
        let url = draft.repository?.url
        try db.execute(
            sql: """
                INSERT INTO environments (id, organization_id, name, is_default, repository_host, repository_owner,
                    repository_name, base_branch, setup_script, created_at, updated_at, network, allowed_hosts,
                    mcp_servers, repository_mcp, runner_labels)
                VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?10, ?11, ?12, ?13, ?14, ?15)
                """,
            arguments: [
                id, organization, draft.name, draft.isDefault, url?.host, url?.owner, url?.name,
                draft.repository?.baseBranch.description, draft.setupScript, time, draft.network.access.rawValue,
                AllowedHostLines.text(of: draft.network.hosts), draft.mcp.servers.text, draft.mcp.repository,
                try draft.runnerLabels.sortedJSON,
            ])
        try VariableRow.replaceAll(with: draft.variables, of: id, db)
        try VariableRow.requireSecrets(of: draft.mcp.servers, in: id, db)
        try AuditRow.record(
            .environmentCreated, in: organization, subject: AuditSubject(id, name: draft.name), at: time, db)
    }

    /// Saves everything but the secrets.
    ///
    /// - Throws: `DomainError.conflict` when another environment has the name, `.invalid` for a variable with the name
    ///   of a secret, and for an MCP server that needs a missing secret.
    static func save(
        _ draft: EnvironmentDraft, of id: EnvironmentID, in organization: OrganizationID, at time: Timestamp,
        _ db: Database
    ) throws {
        try makeRoom(for: draft, id, in: organization, db)
        let url = draft.repository?.url
        try db.execute(
            sql: """
                UPDATE environments SET name = ?, is_default = ?, repository_host = ?, repository_owner = ?,
                    repository_name = ?, base_branch = ?, setup_script = ?, network = ?, allowed_hosts = ?,
                    mcp_servers = ?, repository_mcp = ?, runner_labels = ?, updated_at = max(updated_at, ?)
                WHERE id = ?
                """,
            arguments: [
                draft.name, draft.isDefault, url?.host, url?.owner, url?.name,
                draft.repository?.baseBranch.description, draft.setupScript, draft.network.access.rawValue,
                AllowedHostLines.text(of: draft.network.hosts), draft.mcp.servers.text, draft.mcp.repository,
                try draft.runnerLabels.sortedJSON, time, id,
            ])
        try VariableRow.replaceAll(with: draft.variables, of: id, db)
        try VariableRow.requireSecrets(of: draft.mcp.servers, in: id, db)
    }

    /// Sets the time of the last change.
    static func touch(_ id: EnvironmentID, at time: Timestamp, _ db: Database) throws {
        try db.execute(
            sql: "UPDATE environments SET updated_at = max(updated_at, ?) WHERE id = ?", arguments: [time, id])
    }

    /// Checks that no other environment has the name. If the draft is the default, clears that flag of the previous
    /// default.
    ///
    /// - Throws: `DomainError.conflict` when another environment has the name.
    private static func makeRoom(
        for draft: EnvironmentDraft, _ id: EnvironmentID, in organization: OrganizationID, _ db: Database
    ) throws {
        let sql = "SELECT EXISTS (SELECT 1 FROM environments WHERE organization_id = ? AND name = ? AND id <> ?)"
        guard try Bool.fetchOne(db, sql: sql, arguments: [organization, draft.name, id]) == false else {
            throw DomainError.conflict("An environment with this name already exists. Choose another name.")
        }
        guard draft.isDefault else { return }
        try db.execute(
            sql: "UPDATE environments SET is_default = 0 WHERE organization_id = ? AND is_default = 1 AND id <> ?",
            arguments: [organization, id])
    }
}
