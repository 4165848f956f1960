package import Domain
import FoundationEssentials
import GRDB

/// How the sandboxes of an organization's sessions are set up.
package struct EnvironmentStore: Sendable {
    let connections: Connections
    let keyFile: SecretKeyFile

    /// The default one first, then by name.
    package func environments(of organization: OrganizationID) async throws -> [SandboxEnvironment] {
        try await connections.read { try EnvironmentRow.all(of: organization, $0) }
    }

    /// What every member may know of them, in the same order.
    package func outlines(of organization: OrganizationID) async throws -> [EnvironmentOutline] {
        try await connections.read { try EnvironmentRow.outlines(of: organization, $0) }
    }

    /// - Throws: `DomainError.notFound` when the organization has no such environment.
    package func find(_ id: EnvironmentID, in organization: OrganizationID) async throws -> SandboxEnvironment {
        try await connections.read { try EnvironmentRow.fetch(id, in: organization, $0) }
    }

    /// Makes an environment. A default one takes the place of the one before.
    ///
    /// - Throws: `DomainError.notFound` for an unknown organization, `.conflict` when another has the name
    ///   or the organization has as many as it may.
    package func create(
        _ draft: EnvironmentDraft, id: EnvironmentID = .random(), in organization: OrganizationID, at time: Timestamp,
        limit: Int? = nil, once: Once<SandboxEnvironment>?
    ) async throws -> Performed<SandboxEnvironment> {
        try await connections.writeContent { db in
            try db.perform(once, at: time) {
                try OrganizationRow.require(organization, db)
                try db.limit(limit, "environments", of: organization, in: "environments", at: time)
                try EnvironmentRow.insert(draft, id: id, in: organization, at: time, db)
                return try EnvironmentRow.fetch(id, in: organization, db)
            }
        }
    }

    /// Changes what the edit names; what changes nothing leaves the time of the last change too.
    ///
    /// - Throws: `DomainError.notFound`, `.conflict` when another has the name, `.invalid` for a variable that has the
    ///   name of a secret.
    package func apply(
        _ edit: EnvironmentEdit, to id: EnvironmentID, in organization: OrganizationID, at time: Timestamp
    ) async throws -> SandboxEnvironment {
        try await connections.writeContent { db in
            let known = try EnvironmentRow.fetch(id, in: organization, db)
            let draft = edit.applied(to: known.draft)
            guard draft != known.draft else { return known }
            try EnvironmentRow.save(draft, of: id, in: organization, at: time, db)
            return try EnvironmentRow.fetch(id, in: organization, db)
        }
    }

    /// Deletes an environment with its secrets. Sessions that had it have none from now on.
    ///
    /// - Throws: `DomainError.notFound` when the organization has no such environment.
    package func delete(_ id: EnvironmentID, in organization: OrganizationID) async throws {
        try await connections.writeContent { db in
            try db.execute(
                sql: "DELETE FROM environments WHERE id = ? AND organization_id = ?", arguments: [id, organization])
            guard db.changesCount == 1 else { throw DomainError.noSuchEnvironment(id) }
        }
    }
}
