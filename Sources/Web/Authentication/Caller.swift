import Domain

/// The sender of a request: a program or a person's browser.
enum Caller: Sendable {
    case apiKey(APIKey)
    case browser(BrowserSession)

    /// The organization that a request is about.
    ///
    /// - Parameter requested: the request's `organizationId`. It may be left out by a program, whose key implies the
    ///   organization, and by a person who belongs to only one.
    /// - Throws: `DomainError.forbidden` for an organization that isn't the caller's or doesn't exist, which look the
    ///   same; `.invalid` when it was left out and is ambiguous.
    func organization(_ requested: String?) throws -> OrganizationID {
        let requested = requested.map(OrganizationID.init(rawValue:))
        switch self {
        case .apiKey(let key):
            guard requested ?? key.organizationID == key.organizationID else { throw DomainError.noAccess }
            return key.organizationID
        case .browser(let browser):
            let memberships = browser.memberships
            if let requested {
                guard browser.role(in: requested) != nil else { throw DomainError.noAccess }
                return requested
            }
            guard let first = memberships.first else { throw DomainError.noAccess }
            guard memberships.count == 1 else {
                throw DomainError.ambiguousOrganization
            }
            return first.organization.id
        }
    }
}

extension BrowserSession {
    /// The person's role in an organization; `nil` if they don't belong to it.
    func role(in organization: OrganizationID) -> Role? {
        memberships.first { $0.organization.id == organization }?.role
    }

    var author: Author { Author(id: user.id, name: user.name, imageURL: user.imageURL) }
}

/// A caller within one organization.
struct Member: Sendable {
    let caller: Caller
    let organization: OrganizationID

    /// The caller's name in logs and in recorded reasons.
    var name: String {
        switch caller {
        case .apiKey(let key): "the API key \(key.name)"
        case .browser(let browser): browser.user.name
        }
    }
}

/// A person of the organization that the request's path names.
struct Colleague: Sendable {
    let browser: BrowserSession
    let organization: OrganizationID
    let role: Role
}

/// A person who owns the organization that the request's path names.
struct Owner: Sendable {
    let browser: BrowserSession
    let organization: OrganizationID
}

/// Any caller, signed in or not.
struct Anyone: Sendable {}
