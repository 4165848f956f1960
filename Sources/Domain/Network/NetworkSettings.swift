/// The network settings of an environment.
package struct EnvironmentNetwork: Equatable, Sendable {
    package var access: NetworkAccess
    /// Hosts allowed in addition to those of `access`; ignored if `access` is `none`.
    package var hosts: [AllowedHost]

    package init(access: NetworkAccess = .trusted, hosts: [AllowedHost] = []) {
        self.access = access
        self.hosts = hosts
    }
}

/// The network settings of an organization, which apply to all of its sessions.
package struct OrganizationNetwork: Equatable, Sendable {
    /// The maximum access that an environment may have.
    package var ceiling: NetworkAccess
    /// Hosts that the owners list for every session, including those without an environment.
    package var hosts: [AllowedHost]

    package init(ceiling: NetworkAccess = .all, hosts: [AllowedHost] = []) {
        self.ceiling = ceiling
        self.hosts = hosts
    }
}

/// The network settings that apply to one session.
package struct SessionNetwork: Equatable, Sendable {
    /// `nil` for a session without an environment, which uses the defaults of a new environment.
    package let environment: EnvironmentNetwork?
    package let organization: OrganizationNetwork

    package init(environment: EnvironmentNetwork?, organization: OrganizationNetwork) {
        self.environment = environment
        self.organization = organization
    }

    /// The rules for the session, limited by the operator's ceiling as well as by the organization's.
    package func rules(below ceiling: NetworkAccess, operators: OperatorHosts) -> NetworkRules {
        let environment = environment ?? EnvironmentNetwork()
        return NetworkRules(
            access: environment.access, ceilings: [organization.ceiling, ceiling],
            hosts: environment.hosts + organization.hosts, operators: operators)
    }
}
