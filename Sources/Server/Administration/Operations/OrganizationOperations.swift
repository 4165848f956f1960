package import Domain
import Storage
package import Web

/// Makes another organization, owned by somebody with an account.
package struct AddOrganization: AdminOperation {
    let name: String
    let owner: EmailAddress

    /// - Throws: `InvalidValue` naming what can't be used.
    package init(name: String, owner: String) throws(InvalidValue) {
        self.name = try PlainText.line(name, maximum: 100)
        self.owner = try EmailAddress(owner)
    }

    package func perform(with services: Services) async throws -> Organization {
        try await services.store.accounts.addOrganization(name, owner: owner, at: services.clock.now())
    }
}

package struct ListOrganizations: AdminOperation {
    package init() {}

    package func perform(with services: Services) async throws -> [Organization] {
        try await services.store.accounts.organizations()
    }
}

extension AccountStore {
    /// The organization that a command is about, which needn't be named while there is only one.
    ///
    /// - Throws: `DomainError.invalid` when it must be named, `.notFound` when there is none.
    func resolve(_ named: OrganizationID?) async throws -> OrganizationID {
        if let named { return named }
        let organizations = try await organizations()
        guard let first = organizations.first else {
            throw DomainError.notFound("There is no organization yet. Make one with `lodestone setup`.")
        }
        guard organizations.count == 1 else {
            throw DomainError.invalid("There are several organizations: say which with --organization.")
        }
        return first.id
    }
}
