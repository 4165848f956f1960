/// What an environment's agents may reach.
package struct EnvironmentNetwork: Equatable, Sendable {
    package var access: NetworkAccess
    /// Besides what `access` lets through; nothing of it where that is `none`.
    package var hosts: [AllowedHost]

    package init(access: NetworkAccess = .trusted, hosts: [AllowedHost] = []) {
        self.access = access
        self.hosts = hosts
    }
}

/// What the owners of an organization decide for all of its sessions.
package struct OrganizationNetwork: Equatable, Sendable {
    /// The most that an environment may have.
    package var ceiling: NetworkAccess
    /// What they list for every session, those without an environment included.
    package var hosts: [AllowedHost]

    package init(ceiling: NetworkAccess = .all, hosts: [AllowedHost] = []) {
        self.ceiling = ceiling
        self.hosts = hosts
    }
}

/// What was set for one session.
package struct SessionNetwork: Equatable, Sendable {
    /// `nil` for a session without an environment, which has what a new environment has.
    package let environment: EnvironmentNetwork?
    package let organization: OrganizationNetwork

    package init(environment: EnvironmentNetwork?, organization: OrganizationNetwork) {
        self.environment = environment
        self.organization = organization
    }

    package func rules(below ceiling: NetworkAccess, operators: OperatorHosts) -> NetworkRules {
        let environment = environment ?? EnvironmentNetwork()
        return NetworkRules(
            access: environment.access, ceilings: [organization.ceiling, ceiling],
            hosts: environment.hosts + organization.hosts, operators: operators)
    }
}
