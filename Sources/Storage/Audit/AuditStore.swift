package import Domain
import GRDB

/// The audit log, which is only ever appended to. The actions that change something record themselves in their own
/// transaction; see `AuditRow`.
package struct AuditStore: Sendable {
    let connections: Connections

    /// Records an action of a person without a change of its own, such as a wrong password.
    ///
    /// - Parameter user: the person that it concerns; `nil` when no account has the given e-mail address.
    package func record(
        _ action: AuditAction, of user: UserID?, details: [String: String] = [:], at time: Timestamp
    ) async throws {
        try await connections.writeContent { db in
            if let user {
                try AuditRow.record(action, ofUser: user, details: details, at: time, db)
            } else {
                try AuditRow.record(action, in: nil, at: time, db)
            }
        }
    }

    /// Records an action within an organization without a change of its own, such as an export.
    package func record(
        _ action: AuditAction, in organization: OrganizationID, subject: AuditSubject? = nil,
        details: [String: String] = [:], at time: Timestamp
    ) async throws {
        try await connections.writeContent { db in
            try AuditRow.record(action, in: organization, subject: subject, details: details, at: time, db)
        }
    }

    /// A page of the log, newest first.
    ///
    /// - Parameters:
    ///   - organization: whose owners read; `nil` for the administrator, who sees every entry.
    ///   - number: only entries before this one.
    package func events(
        readableIn organization: OrganizationID?, matching filter: AuditFilter = AuditFilter(),
        before number: Int? = nil,
        limit: Int
    ) async throws -> [AuditEvent] {
        try await connections.read(.bulk) { db in
            try Row.fetchAll(
                db.cachedStatement(sql: organization == nil ? Self.all : Self.ofOrganization),
                arguments: [
                    "before": number ?? Int.max, "limit": limit, "action": filter.action, "actor": filter.actor,
                    "since": filter.since, "until": filter.until,
                ] + (organization.map { ["organization": $0] } ?? [:])
            )
            .map(AuditRow.selection.columns.event)
        }
    }

    private static let conditions = """
        (:action IS NULL OR e.action = :action) AND (:actor IS NULL OR e.actor_id = :actor)
        AND (:since IS NULL OR e.created_at >= :since) AND (:until IS NULL OR e.created_at <= :until)
        """

    private static let all = """
        SELECT \(AuditRow.selection.sql) FROM audit_events e
        WHERE e.number < :before AND \(conditions) ORDER BY e.number DESC LIMIT :limit
        """

    // CROSS JOIN keeps the order of the loops: along the organization's entries, newest first.
    private static let ofOrganization = """
        SELECT \(AuditRow.selection.sql) FROM audit_readers r CROSS JOIN audit_events e ON e.number = r.event_number
        WHERE r.organization_id = :organization AND r.event_number < :before AND \(conditions)
        ORDER BY r.event_number DESC LIMIT :limit
        """
}
