package import Domain
import Storage
package import Web

/// Lists entries of the audit log, newest first: of an organization, or for `nil` all, with those that belong to none.
package struct ListAuditEvents: AdminOperation {
    let organization: OrganizationID?
    let action: AuditAction?
    let actor: String?
    let since: Timestamp?
    let until: Timestamp?
    let limit: Int

    /// - Parameter limit: how many entries at most.
    /// - Throws: `InvalidValue` naming the invalid argument.
    package init(
        organization: OrganizationID?, action: String?, actor: String?, since: String?, until: String?, limit: Int
    ) throws(InvalidValue) {
        guard (1...10_000).contains(limit) else { throw InvalidValue("The limit must be from 1 to 10000") }
        self.organization = organization
        self.action = action.flatMap(AuditAction.init(rawValue:))
        guard action == nil || self.action != nil else {
            throw InvalidValue(
                "The action must be one of \(AuditAction.allCases.map(\.rawValue).joined(separator: ", "))")
        }
        self.actor = actor
        self.since = if let since { try AuditFilter.start(of: since) } else { nil }
        self.until = if let until { try AuditFilter.end(of: until) } else { nil }
        self.limit = limit
    }

    package func perform(with services: Services) async throws -> [AuditEvent] {
        try await services.store.audit.events(
            readableIn: organization, matching: AuditFilter(action: action, actor: actor, since: since, until: until),
            limit: limit)
    }
}
