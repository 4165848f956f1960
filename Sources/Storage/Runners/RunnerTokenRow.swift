import Domain
import GRDB

/// A token of runners.
enum RunnerTokenRow {
    private static let selection = Selection(RunnerTokenColumns.init)
    private static let query = "SELECT \(selection.sql) FROM runner_tokens"
    private static let order = "ORDER BY created_at DESC, id"

    static func insert(_ token: RunnerToken, _ digest: SecretDigest, _ db: Database) throws {
        try db.execute(
            sql: """
                INSERT INTO runner_tokens (id, organization_id, name, labels, digest, created_at)
                VALUES (?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                token.id, token.organizationID, token.name, try token.labels.sortedJSON, digest, token.createdAt,
            ])
        let labels = token.labels.isEmpty ? [:] : ["labels": token.labels.sorted.joined(separator: " ")]
        try AuditRow.record(
            .runnerTokenCreated, in: token.organizationID, subject: AuditSubject(token.id, name: token.name),
            details: labels, at: token.createdAt, db)
    }

    /// - Parameter organization: `nil` for all tokens.
    static func all(readableIn organization: OrganizationID?, _ db: Database) throws -> [RunnerToken] {
        let rows =
            if let organization {
                try Row.fetchAll(db, sql: "\(query) WHERE organization_id = ? \(order)", arguments: [organization])
            } else {
                try Row.fetchAll(db, sql: "\(query) \(order)")
            }
        return try rows.map(selection.columns.token)
    }

    static func find(_ id: RunnerTokenID, _ db: Database) throws -> (token: RunnerToken, digest: SecretDigest)? {
        let columns = selection.columns
        let statement = try db.cachedStatement(sql: "\(query) WHERE id = ?")
        return try Row.fetchOne(statement, arguments: [id]).map {
            (try columns.token(from: $0), try $0[columns.digest])
        }
    }

    /// The sessions that a token's runners work on, oldest first.
    static func sessions(of id: RunnerTokenID, _ db: Database) throws -> [RunnerSession] {
        let statement = try db.cachedStatement(
            sql: """
                SELECT s.id, s.title FROM runs r JOIN sessions s ON s.number = r.session_number
                WHERE r.runner_token_id = ? ORDER BY r.session_number
                """)
        return try Row.fetchAll(statement, arguments: [id]).map { RunnerSession(id: try $0[0], title: try $0[1]) }
    }

    static func revoke(_ token: RunnerToken, at time: Timestamp, _ db: Database) throws {
        try db.execute(sql: "UPDATE runner_tokens SET revoked_at = ? WHERE id = ?", arguments: [time, token.id])
        try AuditRow.record(
            .runnerTokenRevoked, in: token.organizationID, subject: AuditSubject(token.id, name: token.name),
            at: time, db)
    }

    static func recordUse(of id: RunnerTokenID, version: String, at time: Timestamp, _ db: Database) throws {
        try db.execute(
            sql: """
                UPDATE runner_tokens SET last_used_at = max(coalesce(last_used_at, 0), ?), last_address = ?,
                    last_version = ?
                WHERE id = ?
                """,
            arguments: [time, AuditOrigin.current.client?.address?.description, version, id])
    }
}

private struct RunnerTokenColumns {
    private let id: SelectedColumn
    private let organization: SelectedColumn
    private let name: SelectedColumn
    private let labels: SelectedColumn
    private let createdAt: SelectedColumn
    private let revokedAt: SelectedColumn
    private let lastUsedAt: SelectedColumn
    private let lastAddress: SelectedColumn
    private let lastVersion: SelectedColumn
    let digest: SelectedColumn

    init(_ list: inout ColumnList) {
        id = list.add("id")
        organization = list.add("organization_id")
        name = list.add("name")
        labels = list.add("labels")
        createdAt = list.add("created_at")
        revokedAt = list.add("revoked_at")
        lastUsedAt = list.add("last_used_at")
        lastAddress = list.add("last_address")
        lastVersion = list.add("last_version")
        digest = list.add("digest")
    }

    func token(from row: Row) throws -> RunnerToken {
        let use = try (row[lastUsedAt] as Timestamp?).map { time in
            RunnerUse(at: time, address: try row[lastAddress], version: try row[lastVersion])
        }
        return try RunnerToken(
            id: row[id], organizationID: row[organization], name: row[name], labels: row.decodeJSON(in: labels),
            createdAt: row[createdAt], revokedAt: row[revokedAt], lastUse: use)
    }
}
