package import Domain
import Storage
package import Web

/// Creates another organization, owned by an existing user.
package struct AddOrganization: AdminOperation {
    let name: String
    let owner: EmailAddress

    /// - Throws: `InvalidValue` naming the invalid argument.
    package init(name: String, owner: String) throws(InvalidValue) {
        self.name = try PlainText.line(name, maximum: 100)
        self.owner = try EmailAddress(owner)
    }

    package func perform(with services: Services) async throws -> Organization {
        try await services.store.accounts.addOrganization(name, owner: owner, at: services.clock.now())
    }
}

/// Lists all organizations, oldest first.
package struct ListOrganizations: AdminOperation {
    package init() {}

    package func perform(with services: Services) async throws -> [Organization] {
        try await services.store.accounts.organizations()
    }
}

extension AccountStore {
    /// The organization of a command, which may be omitted while there is only one.
    ///
    /// - Throws: `DomainError.invalid` when it must be named, `.notFound` when there is none.
    func resolve(_ named: OrganizationID?) async throws -> OrganizationID {
        if let named { return named }
        let organizations = try await organizations()
        guard let first = organizations.first else {
            throw DomainError.notFound("There is no organization yet. Create one with `lodestone setup`.")
        }
        guard organizations.count == 1 else {
            throw DomainError.invalid("There are several organizations. Choose one with --organization.")
        }
        return first.id
    }
}
