/// The network rules for one session's agent.
package struct NetworkRules: Equatable, Sendable {
    /// The setting of its environment.
    package var access: NetworkAccess
    /// The maximums set by the organization's owners and the operator; a destination must be within all of them.
    package var ceilings: [NetworkAccess]
    /// The hosts that owners list for the environment and for the organization.
    package var hosts: [AllowedHost]
    /// The hosts that the operator lists.
    package var operators: OperatorHosts

    package init(
        access: NetworkAccess, ceilings: [NetworkAccess] = [], hosts: [AllowedHost] = [],
        operators: OperatorHosts = OperatorHosts()
    ) {
        self.access = access
        self.ceilings = ceilings
        self.hosts = hosts
        self.operators = operators
    }

    /// Whether the agent may connect to a destination. The caller must still check resolved addresses: private ones are
    /// allowed only if the verdict says so.
    package func verdict(on destination: NetworkDestination) -> NetworkVerdict {
        let mayBePrivate = operators.contains(destination)
        if operators.agent.contains(where: { $0.contains(destination) }) { return .allowed(mayBePrivate: mayBePrivate) }
        let isTrusted =
            [AllowedHost].trusted.contains { $0.contains(destination) }
            || operators.repositories.contains { $0.contains(destination) }
        let isListed = hosts.contains { $0.contains(destination) }
        let isInAccess =
            switch access {
            case .none: false
            case .trusted: isTrusted || isListed
            case .custom: isListed
            case .all: true
            }
        guard isInAccess else { return .refused(.notAllowed) }
        let isBelowCeilings = ceilings.allSatisfy { ceiling in
            switch ceiling {
            case .none: false
            case .trusted: isTrusted
            case .custom: isTrusted || isListed
            case .all: true
            }
        }
        return isBelowCeilings ? .allowed(mayBePrivate: mayBePrivate) : .refused(.aboveCeiling)
    }

    /// Whether adding a host to the list would allow it; false if the environment or a ceiling ignores listed hosts.
    package var takesListedHosts: Bool {
        access != .none && ceilings.allSatisfy { $0 == .custom || $0 == .all }
    }
}

/// Hosts that the operator lists. They may have private addresses: the operator is trusted to know them.
package struct OperatorHosts: Equatable, Sendable {
    /// The hosts that agents can reach whatever their environments say, such as their model.
    package var agent: [AllowedHost]
    /// The hosts of repositories.
    package var repositories: [AllowedHost]

    package init(agent: [AllowedHost] = [], repositories: [AllowedHost] = []) {
        self.agent = agent
        self.repositories = repositories
    }

    package func contains(_ destination: NetworkDestination) -> Bool {
        (agent + repositories).contains { $0.contains(destination) }
    }
}

/// The decision about a destination.
package enum NetworkVerdict: Equatable, Sendable {
    /// - Parameter mayBePrivate: whether the host's name may resolve to private addresses.
    case allowed(mayBePrivate: Bool)
    case refused(NetworkRefusal)
}

/// Why an agent's connection to a host was refused.
package enum NetworkRefusal: String, CaseIterable, Sendable {
    /// Its environment doesn't allow the host.
    case notAllowed = "not-allowed"
    /// Its environment allows the host, but its organization or the operator doesn't.
    case aboveCeiling = "above-ceiling"
    /// The host is on this machine or in a private network.
    case privateAddress = "private-address"
}
