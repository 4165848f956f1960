package import Domain
import FoundationEssentials
import GRDB

/// The environments of organizations, which configure the sandboxes of their sessions.
package struct EnvironmentStore: Sendable {
    let connections: Connections
    let keyFile: SecretKeyFile

    /// The default environment first, then by name.
    package func environments(of organization: OrganizationID) async throws -> [SandboxEnvironment] {
        try await connections.read { try EnvironmentRow.all(of: organization, $0) }
    }

    /// The parts of the environments that every member may see, in the same order.
    package func outlines(of organization: OrganizationID) async throws -> [EnvironmentOutline] {
        try await connections.read { try EnvironmentRow.outlines(of: organization, $0) }
    }

    /// - Throws: `DomainError.notFound` when the organization has no such environment.
    package func find(_ id: EnvironmentID, in organization: OrganizationID) async throws -> SandboxEnvironment {
        try await connections.read { try EnvironmentRow.fetch(id, in: organization, $0) }
    }

    /// Creates an environment. A default one replaces the previous default.
    ///
    /// - Parameter limit: how many environments the organization may have.
    /// - Throws: `DomainError.notFound` for an unknown organization, `.conflict` when another environment has the name
    ///   or the organization has reached the limit, `.invalid` for an MCP server that needs a secret.
    package func create(
        _ draft: EnvironmentDraft, id: EnvironmentID = .random(), in organization: OrganizationID, at time: Timestamp,
        limit: Int? = nil, once: IdempotentRequest<SandboxEnvironment>?
    ) async throws -> IdempotentResult<SandboxEnvironment> {
        try await connections.writeContent { db in
            try db.perform(once, at: time) {
                try OrganizationRow.require(organization, db)
                try db.limit(limit, "environments", of: organization, in: "environments", at: time)
                try EnvironmentRow.insert(draft, id: id, in: organization, at: time, db)
                return try EnvironmentRow.fetch(id, in: organization, db)
            }
        }
    }

    /// Applies an edit. An edit without effect leaves the time of the last change alone.
    ///
    /// - Throws: `DomainError.notFound`, `.conflict` when another environment has the name, `.invalid` for a variable
    ///   with the name of a secret, and for an MCP server that needs a missing secret.
    package func apply(
        _ edit: EnvironmentEdit, to id: EnvironmentID, in organization: OrganizationID, at time: Timestamp
    ) async throws -> SandboxEnvironment {
        try await connections.writeContent { db in
            let known = try EnvironmentRow.fetch(id, in: organization, db)
            let draft = edit.applied(to: known.draft)
            guard draft != known.draft else { return known }
            try EnvironmentRow.save(draft, of: id, in: organization, at: time, db)
            try AuditRow.record(
                .environmentChanged, in: organization, subject: AuditSubject(id, name: draft.name), at: time, db)
            return try EnvironmentRow.fetch(id, in: organization, db)
        }
    }

    /// Deletes an environment with its secrets. Its sessions have no environment from then on.
    ///
    /// - Throws: `DomainError.notFound` when the organization has no such environment.
    package func delete(_ id: EnvironmentID, in organization: OrganizationID, at time: Timestamp) async throws {
        try await connections.writeContent { db in
            let environment = try EnvironmentRow.outline(of: id, in: organization, db)
            try db.execute(sql: "DELETE FROM environments WHERE id = ?", arguments: [id])
            try AuditRow.record(
                .environmentDeleted, in: organization, subject: AuditSubject(id, name: environment.name), at: time, db)
        }
    }
}
