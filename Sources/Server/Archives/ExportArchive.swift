package import Domain
import Storage
package import Web

/// Exports all data of one organization, or of all for `nil`.
package struct ExportArchive: AdminDownload {
    let organization: OrganizationID?

    package init(organization: OrganizationID?) {
        self.organization = organization
    }

    package func open(with services: Services) async throws -> @Sendable (ArchiveExport.Write) async throws -> Void {
        let organizations = try await services.store.archives.organizations(only: organization)
        for archived in organizations {
            let exported = archived.organization
            try await services.store.audit.record(
                .organizationExported, in: exported.id, subject: AuditSubject(exported.id, name: exported.name),
                at: services.clock.now())
        }
        let isWhole = organization == nil
        return { try await ArchiveExport(services.store).write(organizations, isWhole: isWhole, to: $0) }
    }
}
