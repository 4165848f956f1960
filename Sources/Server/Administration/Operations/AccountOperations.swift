package import Domain
import Storage
package import Web

/// Creates the first organization and its owner. Refused when an organization exists already.
package struct SetUp: AdminOperation {
    let organization: String
    let name: String
    let email: EmailAddress
    let password: String

    /// - Throws: `InvalidValue` naming the invalid argument.
    package init(organization: String, name: String, email: String, password: String) throws(InvalidValue) {
        self.organization = try PlainText.line(organization, maximum: 100)
        self.name = try PlainText.line(name, maximum: 100)
        self.email = try EmailAddress(email)
        self.password = password
        try PasswordPolicy.check(password, email: self.email)
    }

    package func perform(with services: Services) async throws -> Organization {
        let owner = NewUser(
            id: .random(), name: name, email: email,
            passwordHash: try await services.passwords.hash(password, for: .administrator))
        let organization = try await services.store.accounts.setUp(
            organization: organization, owner: owner, at: services.clock.now())
        services.setUpGate.open()
        return organization
    }
}

/// Creates a user with a password and adds them to an organization, which may be omitted while there is only one.
/// Refused when the e-mail address is taken.
package struct AddUser: AdminOperation {
    let organization: OrganizationID?
    let name: String
    let email: EmailAddress
    let role: Role
    let password: String

    /// - Throws: `InvalidValue` naming the invalid argument.
    package init(
        organization: OrganizationID?, name: String, email: String, role: Role, password: String
    ) throws(InvalidValue) {
        self.organization = organization
        self.name = try PlainText.line(name, maximum: 100)
        self.email = try EmailAddress(email)
        self.role = role
        self.password = password
        try PasswordPolicy.check(password, email: self.email)
    }

    package func perform(with services: Services) async throws -> User {
        let organization = try await services.store.accounts.resolve(organization)
        let user = NewUser(
            id: .random(), name: name, email: email,
            passwordHash: try await services.passwords.hash(password, for: .administrator))
        try await services.store.accounts.add(user, to: organization, as: role, at: services.clock.now())
        return User(id: user.id, name: name, email: email, imageURL: nil)
    }
}

/// Lists all users with their memberships, disabled ones included.
package struct ListUsers: AdminOperation {
    package init() {}

    package func perform(with services: Services) async throws -> [Account] {
        try await services.store.accounts.accounts()
    }
}

/// Ends all of a user's access at once. `ResetPassword` enables the user again. Refused when no user has the e-mail
/// address.
package struct DisableUser: AdminOperation {
    let email: EmailAddress

    package init(email: EmailAddress) {
        self.email = email
    }

    package func perform(with services: Services) async throws -> Done {
        try await services.store.accounts.disable(email, at: services.clock.now())
        return Done()
    }
}

/// Sets a new password, enables a disabled user again and signs out all their browsers. Refused when no user has the
/// e-mail address.
package struct ResetPassword: AdminOperation {
    let email: EmailAddress
    let password: String

    /// - Throws: `InvalidValue` for a password that the policy doesn't allow.
    package init(email: EmailAddress, password: String) throws(InvalidValue) {
        self.email = email
        self.password = password
        try PasswordPolicy.check(password, email: email)
    }

    package func perform(with services: Services) async throws -> Done {
        let hash = try await services.passwords.hash(password, for: .administrator)
        try await services.store.accounts.resetPassword(of: email, to: hash, at: services.clock.now())
        return Done()
    }
}

/// Removes the second factor of a person who has lost it, and signs out all their browsers. Refused when no user has the
/// e-mail address, and for a user without a second factor.
package struct ResetTwoFactor: AdminOperation {
    let email: EmailAddress

    package init(email: EmailAddress) {
        self.email = email
    }

    package func perform(with services: Services) async throws -> Done {
        try await services.store.secondFactors.reset(of: email, at: services.clock.now())
        return Done()
    }
}
